package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

/** Why a field cannot be understood, told beside it. */
final class FieldProblem {

    private FieldProblem() {}

    /** @param why empty if it can be understood */
    static void show(Component field, String why) {
        switch (field) {
            case TextField text -> {
                text.setManualValidation(true);
                text.setErrorMessage(why);
                text.setInvalid(!why.isEmpty());
            }
            case TextArea text -> {
                text.setManualValidation(true);
                text.setErrorMessage(why);
                text.setInvalid(!why.isEmpty());
            }
            case Select<?> select -> {
                select.setManualValidation(true);
                select.setErrorMessage(why);
                select.setInvalid(!why.isEmpty());
            }
            default -> throw new IllegalArgumentException("no field: " + field);
        }
    }
}
