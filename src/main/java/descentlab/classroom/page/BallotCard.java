package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.Ballot;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.Seat;
import descentlab.classroom.Sureness;
import descentlab.classroom.Tally;
import descentlab.classroom.Vote;
import descentlab.element.PhoneKeys;
import descentlab.element.RaceSurface;
import descentlab.notation.Decimal;
import descentlab.objective.Point;
import descentlab.prose.Prose;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A question as a student sees it: the vote while it is open, then what all voted, then the truth. */
final class BallotCard extends Composite<Section> {

    private final Seat seat;
    private final RaceSurface surface;
    private final Consumer<Command> turn;
    private final QuestionText question = new QuestionText(2);
    /** In place of the form until that is there. */
    private final Div soon = new Div();

    private final Div form = new Div();
    /** Null until a question asks for it. */
    private RadioButtonGroup<Sureness> sure;

    private final Div talk = new Div(Words.TALK);
    private final Div said = new Div();
    private final SeenByAll results = new SeenByAll();
    private Poll poll;
    private int askedRound;
    private String saying = "";

    /**
     * @param surface on which places are clicked and shown
     * @param turn runs what makes a page larger once it may be, at once or later, under the page's lock
     */
    BallotCard(Seat seat, RaceSurface surface, Consumer<Command> turn) {
        this.seat = seat;
        this.surface = surface;
        this.turn = turn;
        getContent().addClassName("ballot");
        soon.addClassName("soon");
        talk.addClassName("talk");
        question.spots().onPicked(place -> vote(place.write()));
        getContent().add(question, soon, form, said, talk, results);
        said.getElement().setAttribute("role", "status");
        surface.addPickListener(pick -> {
            if (pick.isFinal()) {
                surface.setGuess(pick.getX1(), pick.getX2());
                vote(new Vote.Place(new Point(pick.getX1(), pick.getX2())).write());
            }
        });
    }

    private RadioButtonGroup<Sureness> sureness() {
        RadioButtonGroup<Sureness> group = new RadioButtonGroup<>("How sure are you?");
        group.setItems(Sureness.values());
        group.setItemLabelGenerator(Sureness::words);
        group.addClassName("sureness");
        group.getElement().setAttribute("data-at-once", true);
        group.addValueChangeListener(change -> {
            if (change.isFromClient() && poll != null) {
                current().flatMap(now -> now.voteOf(seat.id())).ifPresent(vote -> vote(vote.write()));
            }
        });
        return group;
    }

    /** @param tally of its votes, if they are shown */
    void show(Poll shown, Optional<Tally> tally) {
        boolean other = poll == null || poll.number() != shown.number() || askedRound != shown.round();
        poll = shown;
        askedRound = shown.round();
        boolean open = shown.stage() == Poll.Stage.OPEN;
        question.show(seat.room(), shown);
        if (other) {
            form.removeAll();
            surface.clearGuess();
            if (sure != null) {
                sure.setVisible(false);
            }
            turn.accept(() -> answerable(shown));
            boolean waits = open && form.getComponentCount() == 0;
            soon.setVisible(waits);
            soon.getElement().setProperty("innerHTML", waits ? ClassWords.soon(shown) : "");
        }
        form.setVisible(open || shown.discussed());
        form.setEnabled(open);
        showSure();
        talk.setVisible(shown.discussed());
        surface.setPicking(open && shown.question().asksForPlace());
        question.spots().ask(open, shown.lastVoteOf(seat.id()).filter(vote -> !open || shown.voteOf(seat.id()).isPresent()));
        say(open ? standing() : verdict());
        results.setVisible(tally.isPresent());
        tally.ifPresent(votes -> results.show(shown, votes));
        Results.draw(surface, shown, tally);
    }

    /** Gives what to answer with, unless something else is asked by now. */
    private void answerable(Poll asked) {
        if (poll == null || poll.number() != asked.number() || poll.round() != asked.round()) {
            return;
        }
        if (poll.peer()) {
            if (sure == null) {
                sure = sureness();
                getContent().addComponentAtIndex(getContent().indexOf(said), sure);
            }
            sure.setValue(poll.ballotOf(seat.id()).flatMap(Ballot::sure).orElse(null));
        }
        if (form.getComponentCount() == 0) {
            ask(poll);
            soon.setVisible(false);
        }
        showSure();
    }

    private void showSure() {
        if (sure != null && form.getComponentCount() > 0) {
            sure.setVisible(poll.stage() == Poll.Stage.OPEN && poll.peer());
        }
    }

    void hide() {
        poll = null;
        surface.setPicking(false);
        surface.clearGuess();
        surface.setCloud(List.of());
        surface.setSecondCloud(List.of());
        surface.clearTruth();
    }

    private void ask(Poll shown) {
        switch (shown.question()) {
            case Question.Winner winner -> form.add(choices(shown));
            case Question.Diverges diverges -> form.add(choices(shown));
            case Question.FinalValue value -> form.add(number(shown));
            case Question.Place place -> form.add(place(shown));
            case OwnQuestion own -> {
                form.add(new OwnBallot(own, shown.voteOf(seat.id()), this::vote));
                guess(shown);
            }
        }
    }

    private void guess(Poll shown) {
        shown.voteOf(seat.id()).filter(vote -> shown.question().asksForPlace()).ifPresent(vote -> {
            if (vote instanceof Vote.Place(Point point)) {
                surface.setGuess(point.x1(), point.x2());
            }
        });
    }

    private Optional<Poll> current() {
        return seat.room().board().poll();
    }

    private RadioButtonGroup<Integer> choices(Poll shown) {
        List<String> options = shown.options();
        RadioButtonGroup<Integer> group = new RadioButtonGroup<>();
        group.addClassName("choices");
        group.getElement().setAttribute("data-at-once", true); // a vote is not cast again by a page that comes back
        group.setAriaLabel(shown.text());
        group.setItems(IntStream.range(0, options.size()).boxed().toList());
        group.setItemLabelGenerator(options::get);
        shown.voteOf(seat.id()).ifPresent(vote -> {
            if (vote instanceof Vote.Choice(int option)) {
                group.setValue(option);
            }
        });
        group.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                vote(new Vote.Choice(change.getValue()).write());
            }
        });
        return group;
    }

    private Div number(Poll shown) {
        TextField field = new TextField();
        field.setAriaLabel(shown.text());
        field.setPlaceholder("A number");
        field.setId("vote-number");
        PhoneKeys.DECIMAL.on(field);
        field.setMaxLength(Decimal.LONGEST);
        shown.voteOf(seat.id()).ifPresent(vote -> field.setValue(vote.write()));
        Button send = new Button("Vote", click -> vote(field.getValue()));
        send.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        field.addKeyPressListener(Key.ENTER, press -> vote(field.getValue()));
        // The number keys of some phones have no sign.
        Button sign = new Button("±", click -> field.setValue(
                field.getValue().startsWith("-") ? field.getValue().substring(1) : "-" + field.getValue()));
        sign.setAriaLabel("Change the sign");
        Div row = new Div(field, sign, send);
        row.addClassName("row");
        return row;
    }

    private Paragraph place(Poll shown) {
        guess(shown);
        Paragraph how = new Paragraph("Click or tap where it will be; drag it, or use the arrow keys, to set it right.");
        how.addClassName("soft");
        return how;
    }

    /** What holds formulas is shown as it was written. */
    private void say(String text) {
        if (text.equals(saying)) {
            return;
        }
        saying = text;
        said.removeAll();
        boolean formatted = poll != null && poll.question() instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Choice;
        said.add(formatted ? Prose.of(text) : new Paragraph(text));
    }

    private void vote(String answer) {
        if (poll == null) {
            return;
        }
        UI ui = UI.getCurrent();
        try {
            seat.vote(poll.number(), poll.round(), answer, Optional.ofNullable(sure).map(RadioButtonGroup::getValue))
                    .whenComplete((kept, failed) -> ui.access(() -> {
                        if (failed == null) {
                            say(standing());
                        } else {
                            notKept(failed);
                        }
                    }));
        } catch (ClassroomException refused) {
            say(refused.getMessage());
        }
    }

    /** Shows what is kept, or nothing, so that the same can be picked again; what was typed stays to be sent again. */
    private void notKept(Throwable failed) {
        if (poll != null && !isTyped(poll.question())) {
            form.removeAll();
            surface.clearGuess();
            ask(current().orElse(poll));
        }
        say("Your vote is not in. " + Words.refusal(failed));
    }

    /** Whether an answer is more than a click, and is not thrown away. */
    private static boolean isTyped(Question question) {
        return question instanceof Question.FinalValue
                || question instanceof OwnQuestion own && !(own.kind() instanceof AnswerKind.Choice choice && !choice.several());
    }

    private String standing() {
        return current()
                .flatMap(now -> now.voteOf(seat.id())
                        .map(vote -> "Your vote is in" + mine(now, vote)
                                + ". You can change it until voting ends."))
                .orElse(poll != null && poll.round() > 1
                        ? "Vote once more, now that you have talked about it."
                        : poll != null && !poll.isScored()
                                ? "Votes are shown without names."
                                : "Votes are shown without names. Your teacher sees beside your name on how many questions you were right.");
    }

    /** A vote after a colon. */
    private static String mine(Poll poll, Vote vote) {
        return ": " + Words.vote(poll, vote);
    }

    private static String right(Poll poll, Vote vote) {
        return poll.revealed() && poll.truth().isPresent()
                ? poll.truth().get().right(vote) ? " That is right." : " That is not it."
                : "";
    }

    private String missed() {
        return poll.lastVoteOf(seat.id())
                .map(vote -> "You did not vote again; first you voted" + mine(poll, vote) + "." + right(poll, vote))
                .orElse("You did not vote on this.");
    }

    private String verdict() {
        return poll.voteOf(seat.id())
                .map(vote -> "You voted" + mine(poll, vote) + "." + right(poll, vote)
                        + (poll.decided() || poll.votesShown() || poll.discussed() ? "" : " Voting has ended; wait for what comes."))
                .orElseGet(this::missed);
    }
}
