package descentlab.trainer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import descentlab.model.Network;
import descentlab.plot.DropDown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The network, how many pictures, and how to go through them. */
final class ImageSettings extends Composite<Div> {

    private static final DropDown.Options<Network> NETWORKS = DropDown.Options.of(Network.ALL, Network::title);

    private final Consumer<ImageExperiment> changed;
    private final DropDown<Network> network = new DropDown<>(NETWORKS);
    private final TextField pictures = new TextField("Pictures");
    private final TextField batch = new TextField("Batch size");
    private final TextField epochs = new TextField("Epochs");
    private final TextField seed = new TextField("Seed");
    private final Checkbox shuffle = new Checkbox("Shuffle each epoch");
    private ImageExperiment experiment;

    ImageSettings(Consumer<ImageExperiment> changed) {
        this.changed = changed;
        network.setLabel("Network");
        network.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set("model", change.getValue().name());
            }
        });
        bind(pictures, "pictures");
        bind(batch, "batch");
        bind(epochs, "epochs");
        bind(seed, "seed");
        shuffle.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set("shuffle", change.getValue().toString());
            }
        });
        network.addClassName("wide");
        shuffle.addClassName("wide");
        getContent().addClassName("fields");
        getContent().add(network, pictures, batch, epochs, seed, shuffle);
    }

    void show(ImageExperiment of) {
        experiment = of;
        network.setValue(of.network());
        pictures.setValue(String.valueOf(of.pictures()));
        batch.setValue(String.valueOf(of.plan().batch()));
        epochs.setValue(String.valueOf(of.plan().epochs()));
        seed.setValue(String.valueOf(of.plan().seed()));
        shuffle.setValue(of.plan().shuffle());
        List.of(pictures, batch, epochs, seed).forEach(field -> field.setInvalid(false));
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
        Reading<ImageExperiment> reading = ImageExperiment.read(query);
        if (reading.problems().isEmpty()) {
            changed.accept(reading.experiment().withRuns(experiment.runs()));
            return "";
        }
        return Problem.request(reading.problems().getFirst().allowed());
    }
}
