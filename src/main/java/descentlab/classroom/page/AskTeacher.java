package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Enquiry;
import descentlab.classroom.Seat;
import descentlab.classroom.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a student asks, and would like to know too of what others ask; nobody sees who did. */
final class AskTeacher extends Composite<NativeDetails> {

    /** A class is many. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Seat seat;
    private final TextField question = new TextField();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph said = new Paragraph();
    private List<Enquiry> shown = List.of();

    AskTeacher(Seat seat) {
        this.seat = seat;
        question.setPlaceholder("What would you like to know?");
        question.setAriaLabel("Your question");
        question.setMaxLength(Enquiry.LONGEST);
        question.setId("enquiry");
        question.addClassName("wide");
        question.addKeyPressListener(Key.ENTER, press -> ask());
        Button ask = new Button("Ask", click -> ask());
        ask.setId("enquire");
        ask.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Div row = new Div(question, ask);
        row.addClassNames("row", "enquiry-row");
        said.getElement().setAttribute("role", "status");
        said.addClassName("soft");
        said.setText("Neither your teacher nor the class sees who asks or votes.");
        list.addClassName("enquiries");
        getContent().addClassNames("card", "ask-teacher");
        getContent().setContent(new Div(row, said, list));
        Watch.on(this, seat.room(), Topic.VOICES, PAUSE, this::show);
        summary(0);
        show();
    }

    private void summary(int open) {
        getContent().setSummaryText("Ask your teacher" + (open == 0 ? "" : " (" + Words.count(open, "question", "questions") + ")"));
    }

    void show() {
        List<Enquiry> now = Words.byVotes(seat.room().journal().enquiries().stream()
                .filter(one -> one.state() != Enquiry.State.HIDDEN)
                .toList());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        summary((int) now.stream().filter(one -> one.state() == Enquiry.State.OPEN).count());
        list.removeAll();
        now.forEach(one -> list.add(item(one)));
    }

    private ListItem item(Enquiry one) {
        boolean mine = one.by().equals(seat.id());
        boolean backed = one.backers().contains(seat.id());
        NativeButton vote = new NativeButton("▲ " + one.votes(), click -> tell(() -> seat.support(one.number(), !backed), ""));
        vote.addClassName("enquiry-vote");
        vote.setEnabled(!mine && one.state() == Enquiry.State.OPEN);
        vote.getElement().setAttribute("aria-pressed", String.valueOf(backed || mine));
        vote.getElement().setAttribute("aria-label", Words.count(one.votes(), "student wants", "students want") + " to know; I too: " + one.text());
        Span text = new Span(one.text() + (mine ? " (yours)" : "") + (one.state() == Enquiry.State.ANSWERED ? " ✓ answered" : ""));
        text.addClassName("enquiry-text");
        return new ListItem(vote, text);
    }

    private void ask() {
        tell(() -> seat.enquire(question.getValue()), "It is asked. Others can vote for it.");
    }

    private void tell(Supplier<CompletableFuture<Void>> action, String done) {
        UI ui = UI.getCurrent();
        try {
            action.get().whenComplete((kept, failed) -> ui.access(() -> {
                said.setText(failed == null ? done : Words.refusal(failed));
                if (failed == null && !done.isEmpty()) {
                    question.clear();
                }
                show();
            }));
        } catch (ClassroomException refused) {
            said.setText(refused.getMessage());
        }
    }
}
