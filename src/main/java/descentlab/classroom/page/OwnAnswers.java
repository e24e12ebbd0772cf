package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.ParticipantId;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.prose.Prose;
import java.util.OptionalInt;

/** What remains of a closed room for a student: each question, what they answered, what was right, and the race that says so. */
final class OwnAnswers extends Composite<Div> {

    /** @param days for which the room is kept after it was closed, if that is known */
    OwnAnswers(Room room, ParticipantId participant, OptionalInt days) {
        getContent().addClassNames("card", "own-answers");
        OrderedList list = new OrderedList();
        room.polls().stream()
                .filter(poll -> poll.stage() == Poll.Stage.OVER || poll.revealed())
                .forEach(poll -> list.add(item(room, poll, participant)));
        getContent().add(new H2("Your answers"));
        getContent().add(list.getChildren().findAny().isPresent() ? list : new Paragraph("Nothing was asked."));
        Paragraph kept = new Paragraph("You find this page at the room's address"
                + (days.isPresent() ? " for " + days.getAsInt() + " days after the room was closed." : " for as long as your teacher keeps the room."));
        kept.addClassName("soft");
        getContent().add(kept);
    }

    private static ListItem item(Room room, Poll poll, ParticipantId participant) {
        String answer = poll.lastVoteOf(participant)
                .map(vote -> "You voted: " + Words.vote(poll, vote) + "."
                        + poll.truth().map(truth -> truth.right(vote) ? " That is right." : " That is not it.").orElse(""))
                .orElse("You did not vote on this.");
        QuestionText question = new QuestionText(3);
        question.show(room, poll);
        ListItem item = new ListItem(question);
        if (poll.question() instanceof OwnQuestion own) {
            if (own.kind() instanceof AnswerKind.Order order) {
                item.add(QuestionText.lettered(order));
            }
            item.add(own.kind() instanceof AnswerKind.Choice ? Prose.of(answer) : new Paragraph(answer), Prose.of(Words.truth(poll)));
            return item;
        }
        Anchor race = new Anchor(poll.experiment().link(), "See the race");
        race.setTarget("_blank");
        item.add(new Span(answer + " " + Words.truth(poll) + " "), race);
        return item;
    }
}
