package descentlab.controls;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.element.DropDown;
import descentlab.experiment.Experiment;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Flag;
import descentlab.experiment.LinkParameter.Kind;
import descentlab.experiment.LinkParameter.Reals;
import descentlab.experiment.LinkParameter.Text;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fields for parameters of an experiment, made from their declarations: each is named as the parameter is, and takes what
 * a link may hold. What it may not is refused beside the field, and the experiment stays.
 */
public final class ParameterFields<E extends Experiment> extends Composite<Div> {

    private final Class<E> type;
    private final Consumer<E> changed;
    private final List<Consumer<E>> shown = new ArrayList<>();
    private Runnable refused = () -> {};
    private E experiment;

    /**
     * @param parameters in the order of their fields
     * @param changed told of each change by hand
     */
    public ParameterFields(Class<E> type, List<LinkParameter<E, ?>> parameters, Consumer<E> changed) {
        this.type = type;
        this.changed = changed;
        getContent().addClassName("fields");
        parameters.forEach(parameter -> getContent().add(field(parameter)));
    }

    /** Has somebody told when a field holds what cannot be taken: what the others say is then no more what is meant. */
    public void whenRefused(Runnable told) {
        refused = told;
    }

    /** Shows an experiment without telling of it. */
    public void show(E other) {
        experiment = other;
        shown.forEach(each -> each.accept(other));
    }

    private <T> Component field(LinkParameter<E, T> parameter) {
        Kind<T> kind = parameter.kind();
        return switch (kind) {
            case Choice<T> choice -> choice(parameter, choice);
            case Flag flag -> flag(parameter);
            case Text text -> {
                TextField field = text(parameter);
                field.addClassName("wide");
                field.setPlaceholder(text.example());
                field.setHelperText(parameter.help());
                yield field;
            }
            case Reals several -> {
                TextField field = text(parameter);
                field.addClassName("pair");
                yield field;
            }
            default -> text(parameter);
        };
    }

    private TextField text(LinkParameter<E, ?> parameter) {
        TextField field = new TextField(parameter.label());
        field.setManualValidation(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String refusal = set(parameter, change.getValue(), field::setValue);
                field.setInvalid(!refusal.isEmpty());
                field.setErrorMessage(refusal);
                if (!refusal.isEmpty()) {
                    refused.run();
                }
            }
        });
        shown.add(other -> {
            field.setValue(parameter.show(other));
            field.setInvalid(false);
        });
        return field;
    }

    private Checkbox flag(LinkParameter<E, ?> parameter) {
        Checkbox box = new Checkbox(parameter.label());
        box.addClassName("wide");
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                set(parameter, change.getValue().toString(), shown -> {});
            }
        });
        shown.add(other -> box.setValue(Boolean.parseBoolean(parameter.show(other))));
        return box;
    }

    private <T> DropDown<T> choice(LinkParameter<E, T> parameter, Choice<T> choice) {
        DropDown<T> list = new DropDown<>(DropDown.Options.of(List.copyOf(choice.named().values()), choice.title()));
        list.setLabel(parameter.label());
        list.addClassName("wide");
        list.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                set(parameter, choice.write(change.getValue()), shown -> {});
            }
        });
        shown.add(other -> list.setValue(parameter.value().apply(other)));
        return list;
    }

    /**
     * Sets a parameter to what was typed, as a link would; what is wrong if that cannot be, else an empty text.
     *
     * @param show takes what was understood, in the spelling of fields
     */
    private String set(LinkParameter<E, ?> parameter, String text, Consumer<String> show) {
        Reading<? extends Experiment> reading = experiment.with(parameter.name(), parameter.kind().typed(text));
        if (reading.problems().isEmpty()) {
            E read = type.cast(reading.experiment());
            show.accept(parameter.show(read));
            changed.accept(read);
            return "";
        }
        String better = parameter.kind().allowedInsteadOf(text);
        return Problem.request(
                better.equals(parameter.kind().allowed()) ? reading.problems().getFirst().allowed() : better);
    }
}
