package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.Groups;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.prose.Prose;
import java.util.List;

/** A question as it is read: its words as a heading, and with one of a teacher's own its picture. */
final class QuestionText extends Composite<Div> {

    private final Div words = new Div();
    private final boolean withPicture;
    private final Spots spots = new Spots();
    private int shown;

    /** @param level of the heading */
    QuestionText(int level) {
        this(level, true);
    }

    /** @param withPicture whether its picture is beneath it, rather than somewhere else */
    QuestionText(int level, boolean withPicture) {
        this.withPicture = withPicture;
        words.getElement().setAttribute("role", "heading");
        words.getElement().setAttribute("aria-level", String.valueOf(level));
        words.addClassNames("question-words", "level-" + level);
        getContent().addClassName("question-text");
        getContent().add(words);
    }

    /** Some other text in place of a question. */
    void setText(String text) {
        shown = 0;
        clear();
        words.setText(text);
    }

    void show(Room room, Poll poll) {
        if (shown == poll.number()) {
            spots.draw(poll);
            return; // the picture is not fetched again with each vote
        }
        clear();
        shown = poll.number();
        if (!(poll.question() instanceof OwnQuestion own)) {
            words.setText(poll.text());
            return;
        }
        words.add(Prose.of(own.words()));
        if (withPicture && !own.picture().isEmpty()) {
            getContent().add(spots.picture(room, poll, own));
            spots.draw(poll);
        }
    }

    /** The places on its picture, if it asks for one. */
    Spots spots() {
        return spots;
    }

    private void clear() {
        getContent().removeAll();
        words.removeAll();
        getContent().add(words);
    }

    /** Lines that are to be put in order, each with its letter: as they were offered. */
    static UnorderedList lettered(AnswerKind.Order order) {
        return lettered(order, order.offered());
    }

    /** Lines with the letters that they were offered with, in an order. */
    static UnorderedList lettered(AnswerKind.Order order, List<Integer> lines) {
        UnorderedList list = new UnorderedList();
        list.addClassName("lettered");
        List<Integer> offered = order.offered();
        lines.forEach(line -> list.add(new ListItem(
                Prose.line("**" + Groups.letter(offered.indexOf(line)) + "** " + order.lines().get(line)))));
        return list;
    }
}
