package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Seat;

/** By which a student says that they cannot follow; the teacher sees how many do, and not who. */
final class LostButton extends Composite<Div> {

    private final Span said = new Span();

    LostButton(Seat seat) {
        Button lost = new Button("I am lost", click -> {
            UI ui = UI.getCurrent();
            try {
                seat.lose().whenComplete((kept, failed) -> ui.access(() ->
                        said.setText(failed == null ? "Your teacher sees that somebody is." : Words.refusal(failed))));
            } catch (ClassroomException refused) {
                said.setText(refused.getMessage());
            }
        });
        lost.setId("lost");
        lost.getElement().setAttribute("title", "Tells your teacher, without your name, that you cannot follow just now");
        said.getElement().setAttribute("role", "status");
        said.addClassName("soft");
        getContent().addClassName("lost-button");
        getContent().add(lost, said);
    }
}
