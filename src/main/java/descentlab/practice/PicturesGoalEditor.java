package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.OptimizerList;
import descentlab.exercise.GoalPart;
import descentlab.exercise.LabExperiment;
import descentlab.experiment.ImageExperiment;
import descentlab.optimizer.Optimizer;
import descentlab.run.ImageRuns;
import descentlab.run.RunService;
import java.util.List;

/** A training on pictures with settings to be found. It takes its time, so it is run when asked, not at each change. */
final class PicturesGoalEditor implements AnswerEditor {

    private static final int MOST = 2;

    private final Div whole = new Div();
    private final TrainingFigure figure;
    private final Anchor lab = new Anchor("", "Open in the training lab");
    private final OptimizerList optimizers = new OptimizerList(
            MOST, kind -> kind.name().equals("adagrad"), runs -> change(experiment().withRuns(runs)));
    private ImageExperiment experiment;

    PicturesGoalEditor(GoalPart part, RunService runs, ImageRuns imageRuns) {
        experiment = ((LabExperiment.Pictures) part.initial()).experiment();
        figure = new TrainingFigure(runs, imageRuns, part.initial());
        Button run = new Button("Run it here", click -> {
            if (!experiment.runs().isEmpty()) {
                figure.show(new LabExperiment.Pictures(experiment));
            }
        });
        Div side = new Div(optimizers, run, lab);
        side.addClassName("goal-side");
        whole.add(figure, side);
        whole.addClassName("goal-lab");
        lab.setTarget("_blank");
        lab.getElement().setAttribute("router-ignore", true);
        optimizers.show(experiment.runs());
        change(experiment);
    }

    private ImageExperiment experiment() {
        return experiment;
    }

    private void change(ImageExperiment changed) {
        experiment = changed;
        lab.setHref(new LabExperiment.Pictures(experiment).link());
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public List<String> fields() {
        return List.of(experiment.query());
    }

    @Override
    public void show(List<String> fields) {
        List<Optimizer> runs = SurfaceGoalEditor.runs(fields.getFirst());
        if (!runs.isEmpty()) {
            optimizers.show(runs);
            change(experiment.withRuns(runs));
        }
    }
}
