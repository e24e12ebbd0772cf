package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.OptimizerList;
import descentlab.exercise.LabExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.run.RunService;

/** A race with settings to be found. */
final class SurfaceGoalLab implements GoalLab {

    private static final int MOST = 3;

    private final RaceFigure figure;
    private final Anchor lab = GoalLab.intoLab("Open in the surface lab");
    private final OptimizerList optimizers = new OptimizerList(
            MOST, OptimizerList.Offer.ADAGRAD, runs -> change(this.experiment.withRuns(runs)));
    private final Div whole;
    private SurfaceExperiment experiment;

    SurfaceGoalLab(LabExperiment.Surface initial, RunService runs) {
        experiment = initial.experiment();
        figure = new RaceFigure(runs, experiment);
        whole = GoalLab.layout(figure, optimizers, lab);
        optimizers.show(experiment.runs());
        link();
    }

    private void change(SurfaceExperiment changed) {
        experiment = changed;
        link();
        figure.show(experiment);
    }

    private void link() {
        lab.setHref(experiment().link());
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public LabExperiment experiment() {
        return new LabExperiment.Surface(experiment);
    }

    @Override
    public void show(LabExperiment other) {
        if (other instanceof LabExperiment.Surface(SurfaceExperiment race)) {
            optimizers.show(race.runs());
            change(race);
        }
    }
}
