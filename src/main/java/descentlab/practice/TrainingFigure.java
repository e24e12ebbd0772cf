package descentlab.practice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.RunOwner;
import descentlab.experiment.TrainingExperiment;
import descentlab.plot.TrainingChart;
import descentlab.run.Run;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;

/** A training in a page of words. */
public final class TrainingFigure extends Composite<Div> {

    private final RunService runs;
    private final TrainingChart chart = new TrainingChart();
    private final Div busy = new Div();
    private TrainingExperiment experiment;
    private Run run;

    public TrainingFigure(RunService runs, TrainingExperiment experiment) {
        this.runs = runs;
        this.experiment = experiment;
        chart.addClassName("training-figure");
        chart.addGoneListener(gone -> start());
        busy.addClassNames("say", "warn");
        busy.setVisible(false);
        getContent().add(chart, busy);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        start();
    }

    /** Shows another training. */
    void show(TrainingExperiment other) {
        experiment = other;
        start();
    }

    private void start() {
        try {
            Run previous = run;
            run = runs.find(RunOwner.current(), experiment.query())
                    .orElseGet(() -> runs.start(RunOwner.current(), experiment));
            if (previous != null && previous != run) {
                runs.discard(previous);
            }
            chart.setRun(run.id().value());
            busy.setVisible(false);
        } catch (TooBusyException full) {
            busy.setText(full.getMessage());
            busy.setVisible(true);
        }
    }
}
