package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.classroom.RoomCode;

/** Asks for a room's code. */
final class CodeForm extends Composite<Div> {

    private final TextField code = new TextField("The room's code");

    /** @param wrong what was wrong with the code before; empty if there was none */
    CodeForm(String wrong) {
        Button join = new Button("Join", click -> go());
        join.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        code.setId("room-code");
        code.setPlaceholder("KM4P-7XQZ");
        code.setMaxLength(RoomCode.LONGEST);
        code.setAutofocus(true);
        code.addClassName("code-field");
        code.getElement().setAttribute("autocapitalize", "characters");
        code.getElement().setAttribute("autocomplete", "off");
        code.addKeyPressListener(Key.ENTER, press -> go());
        code.setManualValidation(true);
        if (!wrong.isEmpty()) {
            code.setInvalid(true);
            code.setErrorMessage(wrong);
        }
        Div row = new Div(code, join);
        row.addClassNames("row", "code-row");
        getContent().addClassNames("card", "class-form");
        getContent()
                .add(
                        new H1("Join your class"),
                        new Paragraph("Type the code that your teacher shows. You need no account: a nickname will do."),
                        row);
    }

    private void go() {
        String typed = code.getValue().strip();
        if (RoomCode.parse(typed).isPresent()) {
            UI.getCurrent().navigate("class/" + RoomCode.parse(typed).get());
        } else {
            code.setInvalid(true);
            code.setErrorMessage("A code has eight letters and digits, never 0, 1, I, L or O, such as KM4P-7XQZ.");
        }
    }
}
