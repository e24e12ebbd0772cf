package descentlab.trainer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import descentlab.experiment.TrainingExperiment;
import descentlab.plot.DropDown;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How to go through the data: batch, epochs, evaluations, seed, order, start. */
final class PlanSettings extends Composite<Div> {

    private static final DropDown.Options<InitialParameters> INITIAL = DropDown.Options.of(
            List.of(InitialParameters.values()),
            each -> each == InitialParameters.ZERO ? "zero" : "normal, deviation 0.01");

    private final Consumer<TrainingPlan> changed;
    private final TextField batch = new TextField("Batch size");
    private final TextField epochs = new TextField("Epochs");
    private final TextField every = new TextField("Evaluate every");
    private final TextField seed = new TextField("Seed");
    private final Checkbox shuffle = new Checkbox("Shuffle each epoch");
    private final DropDown<InitialParameters> initial = new DropDown<>(INITIAL);
    private TrainingExperiment experiment;

    PlanSettings(Consumer<TrainingPlan> changed) {
        this.changed = changed;
        bind(batch, "batch");
        bind(epochs, "epochs");
        bind(every, "every");
        bind(seed, "seed");
        shuffle.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set("shuffle", change.getValue().toString());
            }
        });
        initial.setLabel("Start");
        initial.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set("init", change.getValue().parameter());
            }
        });
        shuffle.addClassName("wide");
        initial.addClassName("wide");
        getContent().addClassName("fields");
        getContent().add(batch, epochs, every, seed, initial, shuffle);
    }

    void show(TrainingExperiment of) {
        experiment = of;
        TrainingPlan shown = of.plan();
        batch.setValue(String.valueOf(shown.batch()));
        epochs.setValue(String.valueOf(shown.epochs()));
        every.setValue(String.valueOf(shown.every()));
        seed.setValue(String.valueOf(shown.seed()));
        shuffle.setValue(shown.shuffle());
        initial.setValue(shown.initial());
        List.of(batch, epochs, every, seed).forEach(field -> field.setInvalid(false));
    }

    private void bind(TextField field, String parameter) {
        field.setManualValidation(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String refusal = set(parameter, change.getValue());
                field.setInvalid(!refusal.isEmpty());
                field.setErrorMessage(refusal);
            }
        });
    }

    /** Sets a parameter as a link would; what is wrong if that cannot be, else an empty text. */
    private String set(String parameter, String value) {
        Map<String, List<String>> query = new HashMap<>(experiment.settings());
        query.put(parameter, List.of(value));
        Reading<TrainingExperiment> reading = TrainingExperiment.read(query);
        if (reading.problems().isEmpty()) {
            changed.accept(reading.experiment().plan());
            return "";
        }
        return Problem.request(reading.problems().getFirst().allowed());
    }
}
