package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.OptimizerList;
import descentlab.exercise.LabExperiment;
import descentlab.experiment.ImageExperiment;
import descentlab.run.ImageRuns;
import descentlab.run.RunService;

/** A training on pictures with settings to be found. It takes its time, so it is run when asked, not at each change. */
final class PicturesGoalLab implements GoalLab {

    private static final int MOST = 2;

    private final TrainingFigure figure;
    private final Anchor lab = GoalLab.intoLab("Open in the training lab");
    private final OptimizerList optimizers = new OptimizerList(
            MOST, OptimizerList.Offer.ADAGRAD, runs -> change(this.experiment.withRuns(runs)));
    private final Div whole;
    private ImageExperiment experiment;

    PicturesGoalLab(LabExperiment.Pictures initial, RunService runs, ImageRuns imageRuns) {
        experiment = initial.experiment();
        figure = new TrainingFigure(runs, imageRuns, initial);
        Button run = new Button("Run it here", click -> {
            if (!experiment.runs().isEmpty()) {
                figure.show(experiment());
            }
        });
        whole = GoalLab.layout(figure, optimizers, run, lab);
        show(initial);
    }

    private void change(ImageExperiment changed) {
        experiment = changed;
        lab.setHref(experiment().link());
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public LabExperiment experiment() {
        return new LabExperiment.Pictures(experiment);
    }

    @Override
    public void show(LabExperiment other) {
        if (other instanceof LabExperiment.Pictures(ImageExperiment training)) {
            optimizers.show(training.runs());
            change(training);
        }
    }
}
