package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** A number to type. */
final class NumberEditor implements AnswerEditor {

    private static final int LONGEST = 200;

    private final TextField field = new TextField("Your answer");

    NumberEditor(Runnable submit) {
        field.addClassName("answer-number");
        field.setHelperText("A number: 0.4, 2/5, sqrt(2), 2^-3");
        field.setMaxLength(LONGEST);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setValueChangeTimeout(0);
        field.getElement().setAttribute("autocomplete", "off");
        field.addKeyPressListener(Key.ENTER, press -> submit.run());
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public List<String> fields() {
        return List.of(field.getValue());
    }

    @Override
    public void show(List<String> fields) {
        field.setValue(fields.getFirst());
    }
}
