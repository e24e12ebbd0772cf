package descentlab.exercise.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.OptimizerList;
import descentlab.controls.RaceFigure;
import descentlab.controls.TrainingFigure;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.RunService;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A lab in a part of an exercise, with settings to be found. It shows each change at once, but for what takes its time: a
 * training on pictures is run when asked.
 */
final class GoalLab extends Composite<Div> {

    private static final int MOST = 3;
    private static final int MOST_ON_PICTURES = 2;

    private final OptimizerList optimizers;
    private final Optional<PlanFields> plan;
    private final Anchor lab = new Anchor();
    private final Consumer<Experiment> figure;
    private Experiment experiment;

    GoalLab(Experiment initial, RunService runs) {
        experiment = initial;
        boolean pictures = initial instanceof TrainingExperiment training && training.onPictures();
        optimizers = new OptimizerList(
                pictures ? MOST_ON_PICTURES : MOST,
                OptimizerList.Offer.ADAGRAD,
                changed -> change(experiment.withRuns(changed)));
        plan = initial instanceof TrainingExperiment && !pictures
                ? Optional.of(new PlanFields(changed -> change(((TrainingExperiment) experiment).withPlan(changed))))
                : Optional.empty();
        Div side = new Div(optimizers);
        side.addClassName("goal-side");
        plan.ifPresent(side::add);
        if (initial instanceof SurfaceExperiment race) {
            RaceFigure shown = new RaceFigure(runs, race);
            figure = changed -> shown.show((SurfaceExperiment) changed);
            lab.setText("Open in the surface lab");
            getContent().add(shown, side);
        } else {
            TrainingFigure shown = new TrainingFigure(runs, initial);
            figure = pictures ? changed -> {} : shown::show;
            lab.setText("Open in the training lab");
            getContent().add(shown, side);
            if (pictures) {
                side.add(new Button("Run it here", click -> shown.show(experiment)));
            }
        }
        lab.setTarget("_blank");
        lab.getElement().setAttribute("router-ignore", true);
        side.add(lab);
        getContent().addClassName("goal-lab");
        showSettings();
    }

    private void change(Experiment changed) {
        experiment = changed;
        lab.setHref(experiment.link());
        figure.accept(experiment);
    }

    private void showSettings() {
        optimizers.show(experiment.runs());
        plan.ifPresent(fields -> fields.show(((TrainingExperiment) experiment).plan()));
        lab.setHref(experiment.link());
    }

    /** The experiment as it stands here, on the server. */
    Experiment experiment() {
        return experiment;
    }

    /** Shows another experiment of the same kind. */
    void show(Experiment other) {
        change(other);
        showSettings();
    }
}
