package descentlab.controls;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.element.ImageInsight;
import descentlab.element.TrainingChart;
import descentlab.experiment.Experiment;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;

/** A training in a page of words, with the panels of what it measures. */
public final class TrainingFigure extends Composite<Div> {

    private final LatestRuns latest;
    private final TrainingChart chart = new TrainingChart();
    private final MeasuredPanels measured = new MeasuredPanels(chart);
    private final ImageInsight layers = new ImageInsight();
    private final Div busy = new Div();
    private Experiment experiment;

    /** @param experiment a training, on pictures or not */
    public TrainingFigure(RunService runs, Experiment experiment) {
        this.latest = new LatestRuns(runs);
        this.experiment = experiment;
        chart.addClassName("training-figure");
        chart.addGoneListener(gone -> start());
        busy.addClassNames("say", "warn");
        busy.setVisible(false);
        layers.setOnlyLayers(true);
        layers.setVisible(false);
        chart.add(layers);
        getContent().add(chart, busy);
    }

    /** Shows the layers' gradients and rates besides, of a training on pictures. */
    public void showLayers() {
        layers.setVisible(true);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        start();
    }

    /** Shows another training; without optimizers what is shown stays. */
    public void show(Experiment other) {
        if (!other.runs().isEmpty()) {
            experiment = other;
            start();
        }
    }

    private void start() {
        measured.show(experiment);
        try {
            chart.setRun(latest.of(experiment).id().value());
            busy.setVisible(false);
        } catch (TooBusyException full) {
            busy.setText(full.getMessage());
            busy.setVisible(true);
        }
    }
}
