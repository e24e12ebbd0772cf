package descentlab.practice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.RunOwner;
import descentlab.exercise.LabExperiment;
import descentlab.plot.ImageInsight;
import descentlab.plot.TrainingChart;
import descentlab.run.ImageRuns;
import descentlab.run.Run;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;

/** A training in a page of words. */
public final class TrainingFigure extends Composite<Div> {

    private final RunService runs;
    private final ImageRuns imageRuns;
    private final TrainingChart chart = new TrainingChart();
    private final ImageInsight layers = new ImageInsight();
    private final Div busy = new Div();
    private LabExperiment experiment;
    private Run run;

    /** @param experiment a training, on pictures or not */
    public TrainingFigure(RunService runs, ImageRuns imageRuns, LabExperiment experiment) {
        this.runs = runs;
        this.imageRuns = imageRuns;
        this.experiment = experiment;
        chart.addClassName("training-figure");
        chart.addGoneListener(gone -> start());
        busy.addClassNames("say", "warn");
        busy.setVisible(false);
        layers.setOnlyLayers(true);
        layers.setVisible(false);
        getContent().add(chart, layers, busy);
    }

    /** Shows the layers' gradients and rates besides, of a training on pictures. */
    void showLayers() {
        layers.setVisible(true);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        start();
    }

    /** Shows another training. */
    void show(LabExperiment other) {
        experiment = other;
        start();
    }

    private Run begin() {
        return switch (experiment) {
            case LabExperiment.Training training -> runs.start(RunOwner.current(), training.experiment());
            case LabExperiment.Pictures pictures -> imageRuns.start(RunOwner.current(), pictures.experiment());
            case LabExperiment.Surface surface -> throw new IllegalArgumentException(surface.link());
        };
    }

    private void start() {
        try {
            Run previous = run;
            run = runs.find(RunOwner.current(), experiment.query())
                    .orElseGet(this::begin);
            if (previous != null && previous != run) {
                runs.discard(previous);
            }
            chart.setRun(run.id().value());
            layers.setRun(run.id().value());
            busy.setVisible(false);
        } catch (TooBusyException full) {
            busy.setText(full.getMessage());
            busy.setVisible(true);
        }
    }
}
