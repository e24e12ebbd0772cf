package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.Seat;
import descentlab.classroom.Vote;
import descentlab.element.PhoneKeys;
import descentlab.element.RaceSurface;
import descentlab.notation.Decimal;
import descentlab.objective.Point;
import java.util.List;
import java.util.stream.IntStream;

/** A question as a student sees it: the vote while it is open, then what all voted, then the truth. */
final class BallotCard extends Composite<Section> {

    private final Seat seat;
    private final RaceSurface surface;
    private final H2 question = new H2();
    private final Div form = new Div();
    private final Paragraph said = new Paragraph();
    private final Results results = new Results();
    private Poll poll;
    private int askedRound;

    /** @param surface on which places are clicked and shown */
    BallotCard(Seat seat, RaceSurface surface) {
        this.seat = seat;
        this.surface = surface;
        getContent().addClassName("ballot");
        getContent().add(question, form, said, results);
        said.getElement().setAttribute("role", "status");
        surface.addPickListener(pick -> {
            if (pick.isFinal()) {
                surface.setGuess(pick.getX1(), pick.getX2());
                vote(new Vote.Place(new Point(pick.getX1(), pick.getX2())).write());
            }
        });
    }

    void show(Poll shown) {
        boolean other = poll == null || poll.number() != shown.number() || askedRound != shown.round();
        poll = shown;
        askedRound = shown.round();
        boolean open = shown.stage() == Poll.Stage.OPEN;
        question.setText(shown.question().text(shown.experiment()));
        if (other) {
            form.removeAll();
            surface.clearGuess();
            ask(shown);
        }
        form.setVisible(open);
        surface.setPicking(open && shown.question() instanceof Question.Place);
        said.setText(open ? standing() : verdict());
        results.setVisible(shown.votesShown());
        if (shown.votesShown()) {
            results.show(shown);
        }
        Results.draw(surface, shown, shown.votesShown());
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
        }
    }

    private RadioButtonGroup<Integer> choices(Poll shown) {
        List<String> options = shown.question().options(shown.experiment());
        RadioButtonGroup<Integer> group = new RadioButtonGroup<>();
        group.addClassName("choices");
        group.getElement().setAttribute("data-at-once", true); // a vote is not cast again by a page that comes back
        group.setAriaLabel(shown.question().text(shown.experiment()));
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
        field.setAriaLabel(shown.question().text(shown.experiment()));
        field.setPlaceholder("A number");
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
        shown.voteOf(seat.id()).ifPresent(vote -> {
            if (vote instanceof Vote.Place(var point)) {
                surface.setGuess(point.x1(), point.x2());
            }
        });
        Paragraph how = new Paragraph("Click or tap where it will be; drag it, or use the arrow keys, to set it right.");
        how.addClassName("soft");
        return how;
    }

    private void vote(String answer) {
        if (poll == null) {
            return;
        }
        UI ui = UI.getCurrent();
        try {
            seat.vote(poll.number(), poll.round(), answer)
                    .whenComplete((kept, failed) -> ui.access(() -> {
                        if (failed == null) {
                            said.setText(standing());
                        } else {
                            notKept(failed);
                        }
                    }));
        } catch (ClassroomException refused) {
            said.setText(refused.getMessage());
        }
    }

    /** Shows what is kept, or nothing, so that the same can be picked again; what was typed stays to be sent again. */
    private void notKept(Throwable failed) {
        if (poll != null && !(poll.question() instanceof Question.FinalValue)) {
            form.removeAll();
            surface.clearGuess();
            ask(seat.room().board().poll().orElse(poll));
        }
        said.setText("Your vote is not in. " + Words.refusal(failed));
    }

    private String standing() {
        return seat.room()
                .board()
                .poll()
                .flatMap(now -> now.voteOf(seat.id())
                        .map(vote -> "Your vote is in: " + Words.vote(now, vote)
                                + ". You can change it until voting ends."))
                .orElse(poll != null && poll.round() > 1
                        ? "Vote once more, now that you have talked about it."
                        : "Votes are shown without names. Your teacher sees beside your name on how many questions you were right.");
    }

    private String missed() {
        return poll.lastVoteOf(seat.id())
                .map(vote -> "You did not vote again; first you voted: " + Words.vote(poll, vote) + "."
                        + (poll.revealed() && poll.truth().isPresent()
                                ? poll.truth().get().right(vote) ? " That is right." : " That is not it."
                                : ""))
                .orElse("You did not vote on this.");
    }

    private String verdict() {
        return poll.voteOf(seat.id())
                .map(vote -> "You voted: " + Words.vote(poll, vote) + "."
                        + (poll.revealed() && poll.truth().isPresent()
                                ? poll.truth().get().right(vote) ? " That is right." : " That is not it."
                                : poll.hidesRun() ? " Voting has ended; wait for what comes." : ""))
                .orElseGet(this::missed);
    }
}
