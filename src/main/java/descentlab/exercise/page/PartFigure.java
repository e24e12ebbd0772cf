package descentlab.exercise.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.RaceFigure;
import descentlab.controls.TrainingFigure;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.run.RunService;

/** An experiment that shows what was said of an answer. */
final class PartFigure extends Composite<Div> {

    PartFigure(RunService runs, Experiment experiment) {
        getContent().addClassName("part-figure");
        getContent().add(experiment instanceof SurfaceExperiment race
                ? new RaceFigure(runs, race)
                : new TrainingFigure(runs, experiment));
    }
}
