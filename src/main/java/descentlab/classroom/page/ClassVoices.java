package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.classroom.Enquiry;
import descentlab.classroom.Journal;
import descentlab.classroom.Lectern;
import descentlab.classroom.TimeLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What a class asks its teacher, and when it was lost. */
final class ClassVoices extends Composite<Div> {

    private final Lectern lectern;
    private final Consumer<Runnable> attempt;
    private final Paragraph lost = new Paragraph();
    private final LostChart chart = new LostChart();
    private final UnorderedList open = new UnorderedList();
    private final Paragraph none = new Paragraph("Nobody asks anything just now. Students find “Ask your teacher” at the foot of their page.");
    private final H3 before = new H3("Answered or hidden");
    private final UnorderedList settled = new UnorderedList();
    private Journal shown;
    private int onWall;

    /** @param attempt does something and tells if it is refused */
    ClassVoices(Lectern lectern, Consumer<Runnable> attempt) {
        this.lectern = lectern;
        this.attempt = attempt;
        lost.getElement().setAttribute("role", "status");
        none.addClassName("soft");
        List.of(open, settled).forEach(list -> list.addClassName("enquiries"));
        getContent().addClassNames("stack", "class-voices");
        getContent().add(lost, chart, new H3("The class asks"), none, open, before, settled);
    }

    void show(Instant now) {
        Journal journal = lectern.room().journal();
        int lately = TimeLine.lostLately(journal, now);
        lost.setText(lately == 0
                ? "Nobody has said in the last two minutes that they are lost."
                : Words.count(lately, "student has", "students have") + " said in the last two minutes that they are lost.");
        int wall = lectern.room().board().wall().enquiry();
        if (journal.equals(shown) && wall == onWall) {
            return;
        }
        shown = journal;
        onWall = wall;
        chart.show(TimeLine.of(lectern.room().opened(), journal).lost());
        open.removeAll();
        settled.removeAll();
        Words.byVotes(journal.enquiries()).forEach(one -> (one.state() == Enquiry.State.OPEN ? open : settled).add(item(one)));
        none.setVisible(open.getChildren().findAny().isEmpty());
        before.setVisible(settled.getChildren().findAny().isPresent());
    }

    private ListItem item(Enquiry one) {
        Span votes = new Span(String.valueOf(one.votes()));
        votes.addClassName("enquiry-votes");
        votes.setTitle(Words.count(one.votes(), "student wants", "students want") + " to know");
        Span text = new Span(one.text());
        text.addClassName("enquiry-text");
        Div buttons = new Div();
        buttons.addClassName("buttons");
        if (one.state() == Enquiry.State.OPEN) {
            buttons.add(onWall(one), button(one, "Answered", Enquiry.State.ANSWERED), button(one, "Hide", Enquiry.State.HIDDEN));
        } else {
            text.add(one.state() == Enquiry.State.HIDDEN ? " (hidden)" : "");
            buttons.add(button(one, "Open again", Enquiry.State.OPEN));
        }
        return new ListItem(votes, text, buttons);
    }

    private Button onWall(Enquiry one) {
        boolean there = one.number() == onWall;
        String words = there ? "Off the wall" : "Show on the wall";
        Button button = new Button(words, click -> {
            attempt.accept(() -> lectern.quote(there ? 0 : one.number()));
            show(Instant.now());
        });
        button.addThemeVariants(there ? ButtonVariant.AURA_PRIMARY : ButtonVariant.AURA_TERTIARY);
        button.setAriaLabel(words + ": " + one.text());
        return button;
    }

    private Button button(Enquiry one, String words, Enquiry.State state) {
        Button button = new Button(words, click -> {
            attempt.accept(() -> lectern.settle(one.number(), state));
            show(Instant.now());
        });
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.setAriaLabel(words + ": " + one.text());
        return button;
    }
}
