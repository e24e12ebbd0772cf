package descentlab.classroom.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import descentlab.classroom.Attendance;
import descentlab.classroom.Board;
import descentlab.classroom.Countdown;
import descentlab.classroom.Participant;
import descentlab.classroom.Poll;
import descentlab.classroom.Seat;
import descentlab.classroom.Topic;
import descentlab.classroom.TryTask;
import descentlab.controls.MeasuredPanels;
import descentlab.controls.RaceSettings;
import descentlab.element.Formula;
import descentlab.element.Race;
import descentlab.element.RaceChart;
import descentlab.element.RaceInspector;
import descentlab.element.RaceStep;
import descentlab.element.RaceSurface;
import descentlab.element.RoomLink;
import descentlab.element.TrainingChart;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.RunService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a student sees who has a seat: the teacher's scene, a question, a task, or their own race. */
final class Desk extends Composite<Div> {

    /** A class is many, and joins all at once. */
    private static final Duration PAUSE = Duration.ofMillis(30);

    private static final Duration LOOK = Duration.ofSeconds(15);

    /** So many have what they answer with in the same moment as the question. */
    private static final int FEW = 30;

    private final Seat seat;
    private final TakenAlong along;
    private final Span mode = new Span();
    private final Div notice = new Div();
    private final Race followed = new Race();
    private final Section plot = new Section();
    private final Section side = new Section();
    private final Div numbers = new Div();
    private final TrainingCaption caption = new TrainingCaption();
    private final TrainingChart training = new TrainingChart();
    private final MeasuredPanels measured = new MeasuredPanels(training);
    private final ClassSpectrum spectrum = new ClassSpectrum(ClassSpectrum.Reader.STUDENT);
    private final RoomLink link = new RoomLink();
    private final BallotCard ballot;
    private final OwnRace own;
    private final SeenOfYou seenOfYou;
    private final AskTeacher asks;
    private final LostButton lost;
    private final Formula formula = new Formula("f");
    private final Div objective = new Div(formula, new RaceStep());
    private final H1 title = new H1();
    private final ClassTimer timer = new ClassTimer();
    private Seen seen;
    private Component before;

    /** All that this page shows of the room. */
    private record Seen(
            boolean open,
            Optional<Participant> me,
            Experiment led,
            boolean following,
            Optional<Poll> poll,
            Optional<TryTask> task,
            boolean aside,
            Optional<Countdown> countdown,
            Optional<String> visit) {

        /** Whether each has a race of their own before them, as the task for all or to explore. */
        boolean ownRace() {
            return open && me.isPresent() && poll.isEmpty() && !aside && (task.isPresent() || !following && led instanceof SurfaceExperiment);
        }
    }

    Desk(Seat seat, RunService runs, Attendance attendance, TakenAlong along) {
        this.seat = seat;
        this.along = along;
        RaceSurface surface = new RaceSurface();
        surface.addClassName("fill");
        surface.setStartMovable(false);
        this.ballot = new BallotCard(seat, surface, this::inTurn);
        this.own = new OwnRace(runs, seat);
        this.seenOfYou = new SeenOfYou(seat, attendance);
        this.asks = new AskTeacher(seat);
        this.lost = new LostButton(seat);
        RaceChart chart = new RaceChart();
        chart.setGrowing(true);
        numbers.add(new RaceInspector(), chart);
        numbers.addClassName("class-numbers");
        training.setId("class-training");
        training.addClassNames("card", "class-training");
        link.setFor("class-training");
        link.setSpectrum(ClassSpectrum.LAB);
        spectrum.addClassName("card");
        link.follow("stream/rooms/" + seat.room().code());
        objective.addClassName("class-objective");
        plot.add(objective, surface);
        plot.addClassNames("card", "plot");
        side.add(ballot, numbers);
        side.addClassNames("card", "class-side");
        followed.addClassName("class-race");
        followed.add(plot, side, link); // within the race that it leads
        followed.addGoneListener(gone -> seat.renew());
        training.addGoneListener(gone -> seat.renew());
        link.addClosedListener(closed -> show());
        link.addRefusedListener(refused -> show());
        mode.addClassName("chip");
        notice.addClassNames("say", "class-notice");
        notice.getElement().setAttribute("role", "status");
        Div head = new Div(title, mode, timer);
        head.addClassName("class-head");
        getContent().addClassName("desk");
        getContent().add(head, notice, followed, caption, training, spectrum, own, asks, seenOfYou, lost, Watch.again(seat.room(), LOOK, this::show));
        Watch.on(this, seat.room(), Topic.BOARD, PAUSE, this::show);
        show();
    }

    /** A large class reads what it is asked before each has what to answer or to try it with, which is made for each. */
    private void inTurn(Command make) {
        getUI().filter(ui -> seat.room().board().participants().size() > FEW)
                .ifPresentOrElse(ui -> along.inTurn(ui, make), make::execute);
    }

    private void show() {
        Board board = seat.room().board();
        asks.show();
        Optional<Participant> me = board.participants().stream()
                .filter(participant -> participant.id().equals(seat.id()) && !participant.removed())
                .findFirst();
        Seen now = new Seen(board.open(), me, board.led(), board.following(), board.poll(), board.task(), board.aside(),
                board.countdown(), board.visit());
        if (now.equals(seen)) {
            return; // it changed for others, as when somebody joins
        }
        seen = now;
        timer.show(board.open() ? board.countdown() : Optional.empty());
        boolean in = board.open() && me.isPresent();
        visit();
        title.setText(me.map(participant -> participant.nickname().value()).orElse("Room " + seat.room().code().shown()));
        if (!in) {
            link.leave();
            mode.setVisible(false);
            ballot.hide();
            ballot.setVisible(false);
            shown(null);
            List.of(seenOfYou, asks, lost).forEach(one -> one.setVisible(false));
            say(board.open()
                    ? "Your teacher has closed this room to you."
                    : "This room is closed. Thank you for taking part; your exercises' progress stays in this browser.");
            notice.add(door("exercises", "Go on with the exercises"));
            if (!board.open()) {
                me.ifPresent(person -> getContent().add(new OwnAnswers(seat.room(), person.id(), OptionalInt.empty())));
            }
            return;
        }
        if (board.led() instanceof SurfaceExperiment led) {
            formula.setTex(RaceSettings.tex(led));
        }
        if (board.led() instanceof TrainingExperiment led) {
            caption.show(led);
            measured.show(led);
        }
        Optional<Poll> poll = board.poll();
        Optional<TryTask> task = board.task();
        ballot.setVisible(poll.isPresent());
        followed.getElement().getClassList().set("asking", poll.filter(Poll::hidesRun).isPresent());
        followed.getElement().getClassList().set("asked", poll.isPresent());
        poll.ifPresentOrElse(asked -> ballot.show(asked, board.tally()), ballot::hide);
        mode.setText(poll.isPresent() ? "A question" : !now.ownRace() ? "Following" : task.isPresent() ? "Your turn" : "Exploring");
        if (now.ownRace()) {
            say(task.map(Words::task).orElse("Explore freely: this race is yours alone."));
            if (own.isAt(task)) {
                showOwn(now);
            } else {
                own.rest();
                shown(before);
                inTurn(() -> showOwn(now));
            }
        } else {
            own.rest();
            say("");
            link.setFollowing(true);
            shown(switch (board.led()) {
                case SurfaceExperiment race -> followed;
                case TrainingExperiment run -> training;
                case SpectrumExperiment matrix -> spectrum;
            });
        }
    }

    /** Shows their own race, unless something else is to be seen by now. */
    private void showOwn(Seen asked) {
        if (!seen.ownRace() || !seen.task().equals(asked.task())) {
            return;
        }
        seen.task().ifPresentOrElse(own::begin, () -> own.explore((SurfaceExperiment) seen.led()));
        link.setFollowing(false);
        shown(own);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        // Who enters this page is sent on before it is made; a class that goes just then, once their way here is at its end.
        attach.getUI().beforeClientResponse(this, made -> visit());
    }

    /** Goes with the class. */
    private void visit() {
        getUI().ifPresent(ui -> seen.visit()
                .filter(visit -> seen.open() && seen.me().isPresent())
                .ifPresentOrElse(path -> along.to(ui, path), () -> along.stay(ui)));
    }

    /**
     * By an attribute: a component that Flow holds invisible would neither follow nor be heard. The race itself stays,
     * as the cover of a frozen room stands in it.
     */
    private void shown(Component one) {
        before = one;
        plot.getElement().setAttribute("hidden", one != followed);
        // A question of the teacher's own is asked beside whatever is led.
        side.getElement().setAttribute("hidden", one != followed && (one == null || !ballot.isVisible()));
        numbers.getElement().setAttribute("hidden", one != followed);
        followed.getElement().getClassList().set("ballot-alone", one != followed);
        training.getElement().setAttribute("hidden", one != training);
        caption.getElement().setAttribute("hidden", one != training);
        spectrum.getElement().setAttribute("hidden", one != spectrum);
        own.getElement().setAttribute("hidden", one != own);
    }

    private void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
    }

    private static Anchor door(String path, String text) {
        Anchor anchor = new Anchor(path, text);
        anchor.addClassName("notice-door");
        return anchor;
    }
}
