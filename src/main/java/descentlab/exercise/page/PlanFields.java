package descentlab.exercise.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import descentlab.training.TrainingPlan;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What of a training's plan can be chosen in an exercise. */
final class PlanFields extends Composite<Div> {

    private static final List<Integer> EPOCHS = List.of(1, 2);
    private static final List<Integer> BATCHES = List.of(1, 5, 10, 50, 100);

    private final Select<Integer> epochs = new Select<>();
    private final Select<Integer> batch = new Select<>();
    private TrainingPlan plan;

    /** @param changed told of each change by hand */
    PlanFields(Consumer<TrainingPlan> changed) {
        epochs.setLabel("Epochs");
        batch.setLabel("Batch size");
        for (Select<Integer> select : List.of(epochs, batch)) {
            select.addValueChangeListener(chosen -> {
                if (chosen.isFromClient()) {
                    plan = new TrainingPlan(
                            batch.getValue(), epochs.getValue(), plan.every(), plan.seed(), plan.shuffle(), plan.initial());
                    changed.accept(plan);
                }
            });
        }
        getContent().add(epochs, batch);
        getContent().addClassName("fields");
    }

    void show(TrainingPlan shown) {
        plan = shown;
        choose(epochs, EPOCHS, shown.epochs());
        choose(batch, BATCHES, shown.batch());
    }

    /** A link may say what is not offered. */
    private static void choose(Select<Integer> select, List<Integer> offered, int value) {
        select.setItems(Stream.concat(offered.stream(), Stream.of(value)).distinct().sorted().toList());
        select.setValue(value);
    }
}
