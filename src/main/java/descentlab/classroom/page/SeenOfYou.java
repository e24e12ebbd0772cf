package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import descentlab.classroom.Attendance;
import descentlab.classroom.Seat;
import descentlab.progress.UnreadableException;
import java.util.List;
import java.util.Optional;

/** Shows a student exactly what the teacher sees of them. */
final class SeenOfYou extends Composite<NativeDetails> {

    private final Seat seat;
    private final Attendance attendance;

    SeenOfYou(Seat seat, Attendance attendance) {
        this.seat = seat;
        this.attendance = attendance;
        getContent().setSummaryText("What your teacher sees of you");
        getContent().addClassNames("card", "seen-of-you");
        getContent().addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                look(UI.getCurrent());
            }
        });
    }

    private void look(UI ui) {
        Thread.startVirtualThread(() -> {
            Command seen = looked();
            try {
                ui.access(seen);
            } catch (UIDetachedException gone) {
                // nobody looks any more
            }
        });
    }

    private Command looked() {
        try {
            Optional<Attendance.Row> row = attendance.of(seat.room(), seat.id());
            return () -> row.ifPresent(this::show);
        } catch (UnreadableException away) {
            return () -> getContent().setContent(new Paragraph(away.getMessage()));
        }
    }

    private void show(Attendance.Row row) {
        UnorderedList list = new UnorderedList();
        sentences(row).forEach(sentence -> list.add(new ListItem(sentence)));
        Paragraph how = new Paragraph("Wrong answers to exercises are shown to your teacher counted over the class, without"
                + " names, and so is what you ask, and that you are lost. Leaving the room deletes your nickname, votes, what you"
                + " tried and what you asked; “Forget me” on the exercises"
                + " page deletes the exercises' progress.");
        how.addClassName("soft");
        getContent().setContent(new Div(list, how));
    }

    private static List<String> sentences(Attendance.Row row) {
        return List.of(
                "Nickname: " + row.participant().nickname(),
                row.here() ? "You are here." : "You are away.",
                "Page: " + ClassTable.page(row),
                "Exercises: " + Words.count(row.standing().solved(), "part", "parts") + " solved, "
                        + row.standing().shown() + " shown, " + Words.count(row.standing().attempts(), "answer", "answers")
                        + ", " + Words.count(row.standing().hints(), "hint", "hints") + " used. Last exercise: "
                        + ClassTable.exercise(row) + ".",
                "Questions whose answer was shown: voted on " + row.votes() + ", right on " + row.right() + ".");
    }
}
