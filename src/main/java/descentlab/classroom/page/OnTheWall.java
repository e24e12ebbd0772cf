package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import descentlab.classroom.Board;
import descentlab.classroom.Enquiry;
import java.util.Optional;

/** On the wall, what somebody in the class asks, in large type and without a name. */
final class OnTheWall extends Composite<Div> {

    private final Paragraph text = new Paragraph();
    private final Span votes = new Span();

    OnTheWall() {
        Span asks = new Span("The class asks");
        asks.addClassName("soft");
        Div head = new Div(asks, votes);
        head.addClassName("wall-question-head");
        getContent().add(head, text);
        getContent().addClassName("wall-question");
        getContent().getElement().setAttribute("role", "status");
    }

    void show(Board board) {
        Optional<Enquiry> shown = board.journal().enquiries().stream()
                .filter(one -> one.number() == board.wall().enquiry() && one.state() == Enquiry.State.OPEN)
                .findFirst();
        getElement().setAttribute("hidden", shown.isEmpty());
        shown.ifPresent(one -> {
            text.setText(one.text());
            votes.setText(one.votes() > 1 ? one.votes() + " want to know" : "");
        });
    }
}
