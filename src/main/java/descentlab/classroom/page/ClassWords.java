package descentlab.classroom.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.Board;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.classroom.TryTask;
import descentlab.experiment.Titles;
import descentlab.prose.Prose;
import descentlab.shell.FirstScreen;
import descentlab.shell.FirstWords;
import java.util.List;
import java.util.Optional;

/** What a class comes back to, in words: what is asked, to be tried or led. Made once for all, and not to be answered yet. */
final class ClassWords {

    private static final List<String> STYLES =
            List.of("descentlab/practice.css", "descentlab/lecture.css", "descentlab/question.css");

    /** By the question or task itself, as it is at that moment; forgotten with it. */
    private static final Cache<Object, String> MADE = Caffeine.newBuilder().weakKeys().build();

    private static final Cache<Poll, String> SOON = Caffeine.newBuilder().weakKeys().build();

    private ClassWords() {}

    /** What stands where a question will be answered, as HTML: what there is to choose of, or to put in order. */
    static String soon(Poll poll) {
        return SOON.get(poll, asked -> FirstWords.html(new FirstScreen(answering(asked), List.of())));
    }

    static String of(Room room) {
        Board board = room.board();
        Optional<Object> asked = board.poll().<Object>map(poll -> poll).or(board::task);
        return asked.map(one -> MADE.get(one, made -> html(room, board))).orElseGet(() -> html(room, board));
    }

    private static String html(Room room, Board board) {
        Component what = board.poll()
                .map(poll -> question(room, poll))
                .or(() -> board.task().map(ClassWords::task))
                .orElseGet(() -> new Paragraph(Titles.of(board.led())));
        Span mode = new Span(board.poll().isPresent() ? "A question" : board.task().isPresent() ? "Your turn" : "Following");
        mode.addClassName("chip");
        Div head = new Div(new H1("Room " + room.code().shown()), mode);
        head.addClassName("class-head");
        Div desk = new Div(head, what);
        desk.addClassName("desk");
        Div page = new Div(desk);
        page.addClassNames("page", "class-page", "wide");
        return FirstWords.html(new FirstScreen(page, STYLES));
    }

    private static Component task(TryTask task) {
        Div notice = new Div(Words.task(task));
        notice.addClassNames("say", "class-notice");
        return notice;
    }

    private static Component question(Room room, Poll poll) {
        QuestionText text = new QuestionText(2, false);
        text.show(room, poll);
        Section ballot = new Section(text, answering(poll));
        ballot.addClassName("ballot");
        Section side = new Section(ballot);
        side.addClassNames("card", "class-side");
        return side;
    }

    private static Div answering(Poll poll) {
        Div answering = new Div();
        answering.addClassName("answer-soon");
        options(poll).ifPresent(answering::add);
        Paragraph soon = new Paragraph("You can answer in a moment.");
        soon.addClassName("soft");
        answering.add(soon);
        return answering;
    }

    /** What can be chosen of, or put in order. */
    private static Optional<Component> options(Poll poll) {
        if (poll.question() instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Order order) {
            return Optional.of(QuestionText.lettered(order));
        }
        List<ListItem> options = poll.question() instanceof OwnQuestion own
                ? own.kind() instanceof AnswerKind.Choice choice
                        ? choice.options().stream().map(option -> new ListItem(Prose.line(option))).toList()
                        : List.of()
                : poll.options().stream().map(ListItem::new).toList();
        UnorderedList list = new UnorderedList();
        options.forEach(list::add);
        return options.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
