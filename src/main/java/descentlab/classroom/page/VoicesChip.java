package descentlab.classroom.page;

import com.vaadin.flow.component.html.Span;
import descentlab.classroom.Board;
import descentlab.classroom.Enquiry;
import descentlab.classroom.TimeLine;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many are lost just now, and how many questions wait; nothing where there are none. */
final class VoicesChip extends Span {

    VoicesChip() {
        addClassNames("chip", "voices-chip");
        getElement().setAttribute("role", "status");
    }

    void show(Board board) {
        int lost = TimeLine.lostLately(board.journal(), Instant.now());
        long open = board.journal().enquiries().stream().filter(one -> one.state() == Enquiry.State.OPEN).count();
        setText(Stream.of(
                        lost == 0 ? "" : lost + " lost",
                        open == 0 ? "" : Words.count((int) open, "question waits", "questions wait"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", ")));
        getElement().getClassList().set("some-lost", lost > 0);
        getElement().setAttribute("hidden", lost == 0 && open == 0);
    }
}
