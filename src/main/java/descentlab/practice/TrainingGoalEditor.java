package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import descentlab.controls.OptimizerList;
import descentlab.exercise.GoalPart;
import descentlab.exercise.LabExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.Optimizer;
import descentlab.run.ImageRuns;
import descentlab.run.RunService;
import descentlab.training.TrainingPlan;
import java.util.List;

/** A training with settings to be found. The answer is the experiment's query as it stands here, on the server. */
final class TrainingGoalEditor implements AnswerEditor {

    private static final int MOST = 3;

    private final Div whole = new Div();
    private final TrainingFigure figure;
    private final Anchor lab = new Anchor("", "Open in the training lab");
    private final Select<Integer> epochs = new Select<>();
    private final Select<Integer> batch = new Select<>();
    private final OptimizerList optimizers = new OptimizerList(
            MOST, kind -> kind.name().equals("adagrad"), runs -> change(experiment().withRuns(runs)));
    private TrainingExperiment experiment;

    TrainingGoalEditor(GoalPart part, RunService runs, ImageRuns imageRuns) {
        experiment = ((LabExperiment.Training) part.initial()).experiment();
        figure = new TrainingFigure(runs, imageRuns, part.initial());
        epochs.setLabel("Epochs");
        epochs.setItems(1, 2);
        epochs.setValue(experiment.plan().epochs());
        epochs.addValueChangeListener(chosen -> replan());
        batch.setLabel("Batch size");
        batch.setItems(1, 5, 10, 50, 100);
        batch.setValue(experiment.plan().batch());
        batch.addValueChangeListener(chosen -> replan());
        Div fields = new Div(epochs, batch);
        fields.addClassName("fields");
        Div side = new Div(optimizers, fields, lab);
        side.addClassName("goal-side");
        whole.add(figure, side);
        whole.addClassName("goal-lab");
        lab.setTarget("_blank");
        lab.getElement().setAttribute("router-ignore", true);
        optimizers.show(experiment.runs());
        link();
    }

    private TrainingExperiment experiment() {
        return experiment;
    }

    private void replan() {
        TrainingPlan plan = experiment.plan();
        change(experiment.withPlan(new TrainingPlan(
                batch.getValue(), epochs.getValue(), plan.every(), plan.seed(), plan.shuffle(), plan.initial())));
    }

    private void change(TrainingExperiment changed) {
        experiment = changed;
        link();
        if (!experiment.runs().isEmpty()) {
            figure.show(new LabExperiment.Training(experiment));
        }
    }

    private void link() {
        lab.setHref(new LabExperiment.Training(experiment).link());
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
