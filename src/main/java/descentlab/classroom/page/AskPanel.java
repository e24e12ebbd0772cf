package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import descentlab.classroom.WrongField;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.OwnQuestionFields;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.util.function.Consumer;

/** Where a teacher asks what will happen, before it does. */
final class AskPanel extends Composite<Div> {

    private enum Kind {
        WINNER("Which one wins?"),
        PLACE("Where will it be?"),
        DIVERGES("Will it diverge?"),
        VALUE("What will f be?"),
        OWN("A question of my own");

        final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private final Lectern lectern;
    private final Consumer<Runnable> attempt;
    private final Select<Kind> kind = new Select<>();
    private final SeriesSelect series = new SeriesSelect("Of");
    private final Paragraph what = new Paragraph();
    private final OwnQuestionForm own = new OwnQuestionForm(() -> {});
    private final Checkbox peer = new Checkbox("Vote twice, with how sure one is: vote, talk it over, vote again");
    private final Div choose = new Div();
    private final Paragraph elsewhere = new Paragraph();
    private final Div asked = new Div();
    private final QuestionText question = new QuestionText(3);
    private final Paragraph standing = new Paragraph();
    private final Checkbox peek = new Checkbox("Let me see the votes here, before all do");
    private final Checkbox beside = new Checkbox("On the wall beside what is led, as it is about that");
    private final Results results;
    private final Button close;
    private final Button show;
    private final Button again;
    private final Button run;
    private final Button reveal;
    private final Button away;
    private boolean askedHere;
    private SurfaceExperiment experiment = SurfaceExperiment.initial();
    /** What the teacher sees, of which is asked. */
    private SurfaceExperiment seen = experiment;

    /** @param attempt does something and tells if it is refused */
    AskPanel(Lectern lectern, Consumer<Runnable> attempt) {
        this.lectern = lectern;
        this.attempt = attempt;
        kind.setLabel("The question");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(item -> item.title);
        kind.setValue(Kind.WINNER);
        kind.addValueChangeListener(change -> showForm());
        results = new Results((answer, on) -> attempt.accept(() -> lectern.room()
                .board()
                .poll()
                .ifPresent(poll -> lectern.strike(poll.number(), answer, on))));
        Button ask = new Button("Ask the class", click -> attempt.accept(this::ask));
        ask.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        choose.add(
                what,
                kind,
                series,
                own,
                peer,
                ask);
        choose.addClassName("stack");
        close = button("End voting", lectern::closeVotes);
        show = button("Show the votes", lectern::showVotes);
        again = button("Vote again", lectern::voteAgain);
        run = button("Show what happens", lectern::run);
        run.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        reveal = button("Show who was right", this::reveal);
        reveal.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        away = button("Put it away", lectern::putAway);
        Div buttons = new Div(close, show, again, run, reveal, away);
        buttons.addClassName("buttons");
        question.getElement().setAttribute("tabindex", "-1");
        standing.getElement().setAttribute("role", "status");
        peek.addValueChangeListener(change ->
                lectern.room().board().poll().ifPresent(poll -> show(poll, lectern.room().board())));
        beside.setId("beside");
        beside.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                attempt.accept(() -> lectern.beside(change.getValue()));
            }
        });
        asked.add(question, standing, buttons, peek, beside, results);
        asked.addClassName("stack");
        getContent().add(choose, elsewhere, asked);
        showForm();
    }

    private void showForm() {
        boolean mine = kind.getValue() == Kind.OWN;
        series.setVisible(!mine && kind.getValue() != Kind.WINNER);
        own.setVisible(mine);
        what.setText(mine
                ? "Asks beside whatever the class sees, which stays as it is."
                : "Asks about the race that you see. What it does is hidden until you show what happens.");
    }

    private void ask() {
        askedHere = true; // so that another Enter ends no vote
        own.wrong("", "");
        try {
            Question question = asked();
            Experiment with = question instanceof Question.OfRace ? seen : lectern.room().scene().led();
            Later.tell(lectern.askFairly(question, with, peer.getValue()), attempt);
        } catch (WrongField wrong) {
            own.wrong(wrong.field(), wrong.getMessage());
            throw new ClassroomException("That cannot be asked yet. " + own.label(wrong.field()) + ": " + wrong.getMessage().replaceFirst("\\.$", "") + ".");
        }
    }

    private Button button(String text, Runnable action) {
        return new Button(text, click -> attempt.accept(action));
    }

    private void reveal() {
        Later.tell(lectern.reveal(), attempt);
    }

    /** Says who was right, if the race was to be seen first and has come to its end. */
    void raceEnded() {
        if (lectern.room().board().poll().filter(poll -> poll.stage() == Poll.Stage.RUN).isPresent()) {
            attempt.accept(this::reveal);
        }
    }

    private Question asked() {
        int of = series.chosen();
        return switch (kind.getValue()) {
            case WINNER -> new Question.Winner();
            case PLACE -> new Question.Place(of);
            case DIVERGES -> new Question.Diverges(of);
            case VALUE -> new Question.FinalValue(of);
            case OWN -> OwnQuestionFields.read(own.texts());
        };
    }

    /** @param leading what the teacher sees, which is led or prepared */
    void show(Board board, Experiment leading) {
        seen = leading instanceof SurfaceExperiment race ? race : seen;
        if (leading instanceof SurfaceExperiment race && !race.runs().equals(experiment.runs())
                || series.getValue() == null) {
            experiment = leading instanceof SurfaceExperiment race ? race : experiment;
            series.offer(experiment);
        }
        choose.setVisible(board.poll().isEmpty() && board.task().isEmpty());
        elsewhere.setVisible(board.poll().isEmpty() && !choose.isVisible());
        elsewhere.setText("Everyone is trying; end that before you ask.");
        if (!(leading instanceof SurfaceExperiment) && kind.getValue() != Kind.OWN) {
            kind.setValue(Kind.OWN); // what is shown is no race, of which could be asked
        }
        kind.setItemEnabledProvider(item -> item == Kind.OWN || leading instanceof SurfaceExperiment);
        asked.setVisible(board.poll().isPresent());
        board.poll().ifPresent(poll -> show(poll, board));
    }

    private void show(Poll poll, Board board) {
        question.show(lectern.room(), poll);
        if (askedHere) {
            askedHere = false;
            question.getElement().callJsFunction("focus");
        }
        standing.setText((poll.round() > 1 ? "Vote " + poll.round() + ": " : "") + poll.votes().size() + " of "
                + board.seated().size() + " have voted"
                + (poll.stage() == Poll.Stage.OPEN ? "." : poll.discussed() ? "; they talk it over." : "; voting has ended."));
        again.setThemeVariant(ButtonVariant.AURA_PRIMARY, poll.discussed());
        close.setText(poll.peer() && poll.round() == 1 ? "End voting: they talk" : "End voting");
        close.setVisible(poll.stage() == Poll.Stage.OPEN);
        show.setVisible(poll.stage() == Poll.Stage.OPEN || poll.stage() == Poll.Stage.CLOSED);
        again.setVisible(!poll.decided() && poll.stage() != Poll.Stage.OPEN && poll.round() < Poll.MOST_ROUNDS);
        run.setVisible(poll.hidesRun());
        reveal.setVisible(poll.stage() == Poll.Stage.RUN
                || !poll.isOfRace() && poll.isScored() && poll.stage() == Poll.Stage.SHOWN);
        peek.setVisible(!poll.votesShown());
        beside.setVisible(!poll.isOfRace() && !poll.question().asksForPlace());
        beside.setValue(board.wall().beside());
        boolean seen = poll.votesShown() || peek.getValue();
        results.setVisible(seen);
        if (seen) {
            results.show(poll);
        }
    }

    /** Whether the teacher's screen shows the votes. */
    boolean votesSeen(Poll poll) {
        return poll.votesShown() || peek.getValue();
    }
}
