package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Nickname;
import descentlab.classroom.RoomCode;
import java.util.function.Consumer;

/** Asks what somebody wants to be called in a room. */
final class NameForm extends Composite<Div> {

    private final TextField name = new TextField("Your nickname here");
    private final Consumer<Nickname> join;

    /** @param join takes the seat; refuses with a {@link ClassroomException} */
    NameForm(RoomCode code, Consumer<Nickname> join) {
        this.join = join;
        Button enter = new Button("Join the room", click -> go());
        enter.setId("join");
        enter.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        name.setId("nickname");
        name.setMaxLength(Nickname.LONGEST);
        name.setAutofocus(true);
        name.setManualValidation(true);
        name.getElement().setAttribute("autocomplete", "off");
        name.addKeyPressListener(Key.ENTER, press -> go());
        Div row = new Div(name, enter);
        row.addClassNames("row", "code-row");
        Paragraph seen = new Paragraph("Your teacher sees this name, whether you are here, which page you are on, and"
                + " how far you are with the exercises in this browser, and on how many questions you were right. What is"
                + " voted is shown without names. Leaving the room deletes the name and the votes.");
        seen.addClassName("soft");
        getContent().addClassNames("card", "class-form");
        getContent().add(new H1("Room " + code.shown()), row, seen);
    }

    private void go() {
        try {
            join.accept(Nickname.typed(name.getValue()));
        } catch (ClassroomException refused) {
            name.setInvalid(true);
            name.setErrorMessage(refused.getMessage());
        }
    }
}
