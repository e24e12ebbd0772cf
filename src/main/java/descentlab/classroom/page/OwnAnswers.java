package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import descentlab.classroom.ParticipantId;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.classroom.Rooms;

/** What remains of a closed room for a student: each question, what they answered, what was right, and the race that says so. */
final class OwnAnswers extends Composite<Div> {

    OwnAnswers(Room room, ParticipantId participant) {
        getContent().addClassNames("card", "own-answers");
        OrderedList list = new OrderedList();
        room.polls().stream()
                .filter(poll -> poll.stage() == Poll.Stage.OVER || poll.revealed())
                .forEach(poll -> list.add(item(poll, participant)));
        getContent().add(new H2("Your answers"));
        getContent().add(list.getChildren().findAny().isPresent() ? list : new Paragraph("Nothing was asked."));
        Paragraph kept = new Paragraph("This page is kept for " + Rooms.KEPT.toDays() + " days after the room was closed.");
        kept.addClassName("soft");
        getContent().add(kept);
    }

    private static ListItem item(Poll poll, ParticipantId participant) {
        String answer = poll.lastVoteOf(participant)
                .map(vote -> "You voted: " + Words.vote(poll, vote) + "."
                        + poll.truth().map(truth -> truth.right(vote) ? " That is right." : " That is not it.").orElse(""))
                .orElse("You did not vote on this.");
        Anchor race = new Anchor(poll.experiment().link(), "See the race");
        race.setTarget("_blank");
        return new ListItem(
                new Div(poll.question().text(poll.experiment())),
                new Span(answer + " " + Words.truth(poll) + " "),
                race);
    }
}
