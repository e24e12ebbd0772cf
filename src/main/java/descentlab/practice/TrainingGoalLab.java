package descentlab.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import descentlab.controls.OptimizerList;
import descentlab.exercise.LabExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.ImageRuns;
import descentlab.run.RunService;
import descentlab.training.TrainingPlan;
import java.util.List;
import java.util.stream.Stream;

/** A training with settings to be found. */
final class TrainingGoalLab implements GoalLab {

    private static final int MOST = 3;
    private static final List<Integer> EPOCHS = List.of(1, 2);
    private static final List<Integer> BATCHES = List.of(1, 5, 10, 50, 100);

    private final TrainingFigure figure;
    private final Anchor lab = GoalLab.intoLab("Open in the training lab");
    private final Select<Integer> epochs = new Select<>();
    private final Select<Integer> batch = new Select<>();
    private final OptimizerList optimizers = new OptimizerList(
            MOST, OptimizerList.Offer.ADAGRAD, runs -> change(this.experiment.withRuns(runs)));
    private final Div whole;
    private TrainingExperiment experiment;

    TrainingGoalLab(LabExperiment.Training initial, RunService runs, ImageRuns imageRuns) {
        experiment = initial.experiment();
        figure = new TrainingFigure(runs, imageRuns, initial);
        epochs.setLabel("Epochs");
        batch.setLabel("Batch size");
        for (Select<Integer> select : List.of(epochs, batch)) {
            select.addValueChangeListener(chosen -> {
                if (chosen.isFromClient()) {
                    replan();
                }
            });
        }
        Div fields = new Div(epochs, batch);
        fields.addClassName("fields");
        whole = GoalLab.layout(figure, optimizers, fields, lab);
        showSettings();
    }

    private void replan() {
        TrainingPlan plan = experiment.plan();
        change(experiment.withPlan(new TrainingPlan(
                batch.getValue(), epochs.getValue(), plan.every(), plan.seed(), plan.shuffle(), plan.initial())));
    }

    private void change(TrainingExperiment changed) {
        experiment = changed;
        lab.setHref(experiment().link());
        if (!experiment.runs().isEmpty()) {
            figure.show(experiment());
        }
    }

    private void showSettings() {
        optimizers.show(experiment.runs());
        choose(epochs, EPOCHS, experiment.plan().epochs());
        choose(batch, BATCHES, experiment.plan().batch());
        lab.setHref(experiment().link());
    }

    /** A link may say what is not offered. */
    private static void choose(Select<Integer> select, List<Integer> offered, int value) {
        select.setItems(Stream.concat(offered.stream(), Stream.of(value)).distinct().sorted().toList());
        select.setValue(value);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public LabExperiment experiment() {
        return new LabExperiment.Training(experiment);
    }

    @Override
    public void show(LabExperiment other) {
        if (other instanceof LabExperiment.Training(TrainingExperiment training)) {
            change(training);
            showSettings();
        }
    }
}
