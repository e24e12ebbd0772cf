package descentlab.classroom.page;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import descentlab.account.Teacher;
import descentlab.classroom.AnswerKind;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.classroom.Rooms;
import descentlab.classroom.Topic;
import descentlab.classroom.TryTask;
import descentlab.controls.MeasuredPanels;
import descentlab.controls.RaceSettings;
import descentlab.element.ClickerKeys;
import descentlab.element.Formula;
import descentlab.element.Race;
import descentlab.element.RaceChart;
import descentlab.element.RaceStep;
import descentlab.element.RaceSurface;
import descentlab.element.RoomLink;
import descentlab.element.TrainingChart;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.plan.Conductor;
import descentlab.prose.Prose;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a class sees on the wall: large type, no controls; how to join, the race, the question and its results. */
@Route(value = "class/:code/projector", autoLayout = false)
@PageTitle("Projector · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
@StyleSheet("descentlab/question.css")
@StyleSheet("descentlab/wall.css")
class ProjectorView extends Main implements BeforeEnterObserver {

    private static final int MOST_LISTED = 5;
    private static final Duration LOOK = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Rooms rooms;
    private final Race race = new Race();
    private final RaceSurface surface = new RaceSurface();
    private final TrainingChart training = new TrainingChart();
    private final MeasuredPanels measured = new MeasuredPanels(training);
    private final ClassSpectrum spectrum = new ClassSpectrum(ClassSpectrum.Reader.WALL);
    private final Section asked = new Section();
    private final Section picture = new Section();
    private final Div shownPicture = new Div();
    private final Spots spots = new Spots();
    private int pictureOf;
    private final QuestionText question = new QuestionText(2, false);
    private final Span count = new Span();
    private final Div talk = new Div(Words.TALK);
    private final UnorderedList choices = new UnorderedList();
    private final Results results = new Results();
    private final RaceChart chart = new RaceChart();
    private final OrderedList best = new OrderedList();
    private final Formula formula = new Formula("f");
    private final Span here = new Span();
    private WallLobby lobby;
    /** While votes are taken there is room for it beside a race, and it is then that a late-comer looks for it. */
    private final Div late = new Div();
    private final ClassTimer timer = new ClassTimer();
    private final OnTheWall asks = new OnTheWall();
    private final TrainingCaption caption = new TrainingCaption();
    private WallVisit visit;
    private final Div notice = new Div();
    private Room room;
    private final PageWords pages;
    private int revision;
    /** The question whose answers stand there. */
    private int listed;

    ProjectorView(Rooms rooms, PageWords pages) {
        this.rooms = rooms;
        this.pages = pages;
        addClassName("projector");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Lectern lectern;
        try {
            lectern = LedRoom.of(event, rooms);
        } catch (ClassroomException notTheirs) {
            add(new H1("You have no such room."));
            return;
        }
        room = lectern.room();
        build(lectern);
        race.addGoneListener(gone -> lectern.renew());
        Watch.on(this, room, Topic.CLASS, PAUSE, this::show);
        show();
    }

    /** The keyboard is mostly here, as this is the window in front. */
    private ClickerKeys keys(Lectern lectern) {
        Conductor conductor = new Conductor(lectern);
        ClickerKeys keys = new ClickerKeys();
        keys.addTurnListener(turn -> {
            notice.setVisible(false);
            try {
                if (turn.isBack()) {
                    conductor.back();
                } else {
                    conductor.next(); // that a run cannot be computed just now is told at the desk
                }
            } catch (ClassroomException refused) {
                notice.setText(refused.getMessage());
                notice.setVisible(true);
            }
        });
        return keys;
    }

    private void build(Lectern lectern) {
        String address = RoomAddress.of(VaadinServletRequest.getCurrent(), room.code());
        visit = new WallVisit(pages, RoomAddress.root(VaadinServletRequest.getCurrent()).replaceFirst("^https?://", ""));
        Span code = new Span(room.code().shown());
        code.addClassName("room-code");
        Span where = new Span(where(address));
        here.addClassName("chip");
        Div strip = new Div(new Span("Join at"), where, code, timer, here);
        strip.addClassName("projector-strip");
        lobby = new WallLobby(address, where(address), room.code().shown());
        RoomLink link = new RoomLink();
        training.setId("class-training");
        training.setWall(true);
        link.setFor("class-training");
        link.setSpectrum(ClassSpectrum.LAB);
        link.follow("stream/rooms/" + room.code());
        surface.addClassName("fill");
        link.setWall(true);
        surface.setBare(true);
        surface.setStartMovable(false);
        best.addClassName("projector-best");
        choices.addClassName("projector-choices");
        talk.addClassName("talk");
        talk.setVisible(false);
        asked.add(question, count, talk, choices, results, best);
        asked.addClassName("projector-question");
        race.addClassName("projector-race");
        Div objective = new Div(formula, new RaceStep());
        objective.addClassName("projector-objective");
        picture.add(objective, surface);
        picture.addClassName("projector-picture");
        chart.setGrowing(true);
        late.removeAll();
        late.add(new QrCode(address), new Span("Not in yet? Scan to vote with us."));
        late.addClassName("late-comers");
        Div side = new Div(asked, chart, late);
        side.addClassName("projector-side");
        shownPicture.addClassName("projector-shown");
        race.add(picture, shownPicture, side, link);
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        H1 title = new H1("Room " + room.code().shown());
        title.addClassName("visually-hidden");
        add(title, strip, notice, lobby, visit, asks, race, caption, training, spectrum, keys(lectern), Watch.again(room, LOOK, this::show));
    }

    private static String where(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst("/[^/]*$", "");
    }

    private void show() {
        Board board = room.board();
        here.setText(Words.count(board.here(), "student here", "students here") + (board.locked() ? "; the room is locked" : ""));
        boolean waiting = room.lobby();
        timer.show(board.countdown());
        boolean away = board.visit().isPresent() && !waiting;
        visit.show(board.visit());
        asks.show(board);
        visit.getElement().setAttribute("hidden", !away);
        lobby.getElement().setAttribute("hidden", !waiting);
        boolean seen = !waiting && !away;
        // A question of the teacher's own is asked beside whatever is led.
        boolean asking = !waiting && board.poll().isPresent();
        boolean pictured = showPicture(board);
        boolean alone = asking && !pictured && hasTheWall(board);
        boolean isRace = board.led() instanceof SurfaceExperiment;
        boolean trains = seen && !pictured && !alone && board.led() instanceof TrainingExperiment;
        race.getElement().setAttribute("hidden", !(seen && isRace) && !asking);
        race.getElement().getClassList().set("question-alone", !isRace && !pictured && !alone);
        race.getElement().getClassList().set("question-whole", alone);
        picture.getElement().setAttribute("hidden", !isRace || pictured || alone);
        training.getElement().setAttribute("hidden", !trains);
        caption.getElement().setAttribute("hidden", !trains);
        spectrum.getElement().setAttribute("hidden", !(seen && board.led() instanceof SpectrumExperiment) || pictured || alone);
        if (board.led() instanceof TrainingExperiment led) {
            caption.show(led);
            measured.show(led);
        }
        if (board.led() instanceof SurfaceExperiment led) {
            formula.setTex(RaceSettings.tex(led));
        }
        boolean trying = board.poll().isEmpty() && board.task().isPresent() && !board.aside(); // one of theirs is shown to all
        asked.setVisible(board.poll().isPresent() || trying);
        best.setVisible(trying);
        // Before its truth may be seen, a race has no curve.
        chart.getElement().setAttribute("hidden", board.poll().filter(poll -> poll.hidesRun() || !poll.isOfRace()).isPresent() || trying || !isRace);
        late.setVisible(isRace && !alone && board.poll().filter(poll -> poll.stage() == Poll.Stage.OPEN).isPresent());
        surface.setLeastStart(trying ? board.task().get().leastStart() : Double.NaN);
        board.poll().ifPresentOrElse(poll -> ask(poll, board), this::clear);
        if (trying) {
            task(board.task().get(), board);
        }
        if (board.poll().isEmpty() && board.drawn() && !board.tries().isEmpty()) {
            surface.setOverlay("api/rooms/" + room.code() + "/tries.json");
            surface.refreshOverlay(++revision);
        } else {
            surface.clearOverlay();
        }
        if (!board.open()) {
            removeAll();
            addClassName("over");
            add(new H1("This room is closed."));
        }
    }

    /** A question of the teacher's own is not about what is led, unless they say so or a place on it is asked for. */
    private static boolean hasTheWall(Board board) {
        return !board.wall().beside()
                && board.poll().filter(poll -> !poll.isOfRace() && !poll.question().asksForPlace()).isPresent();
    }

    /** A question's picture stands where else what is led does. */
    private boolean showPicture(Board board) {
        Optional<OwnQuestion> own = board.poll()
                .map(Poll::question)
                .filter(OwnQuestion.class::isInstance)
                .map(OwnQuestion.class::cast)
                .filter(question -> !question.picture().isEmpty());
        shownPicture.getElement().setAttribute("hidden", own.isEmpty());
        int number = own.isEmpty() ? 0 : board.poll().orElseThrow().number();
        if (number != pictureOf) {
            pictureOf = number;
            shownPicture.removeAll();
            own.ifPresent(question -> shownPicture.add(spots.picture(room, board.poll().orElseThrow(), question)));
        }
        board.poll().filter(poll -> own.isPresent()).ifPresent(spots::draw);
        return own.isPresent();
    }

    private void task(TryTask task, Board board) {
        question.setText(Words.task(task));
        talk.setVisible(false);
        count.setText(board.tries().size() + " of " + board.seated().size() + " have handed in");
        results.setVisible(false);
        choices.setVisible(false);
        best.removeAll();
        Words.ranked(board.tries()).stream().limit(MOST_LISTED).forEach(tried -> best.add(new ListItem(
                (board.named() ? tried.by().nickname() + ": " : "") + Words.outcome(tried) + ", " + Words.picked(task, tried))));
    }

    private void ask(Poll poll, Board board) {
        question.show(room, poll);
        count.setText((poll.round() > 1 ? "Vote " + poll.round() + ": " : "") + poll.votes().size() + " of " + board.seated().size() + " have voted"
                + (poll.stage() == Poll.Stage.OPEN ? "" : "; voting has ended"));
        talk.setVisible(poll.discussed());
        choices.setVisible(!poll.votesShown());
        if (poll.number() != listed) {
            listed = poll.number(); // and not at each vote, as formulas take a moment to be there
            list(poll);
        }
        results.setVisible(poll.votesShown());
        if (poll.votesShown()) {
            board.tally().ifPresent(votes -> results.show(poll, votes));
        }
        Results.draw(surface, poll, board.tally());
    }

    /** What can be answered. */
    private void list(Poll poll) {
        choices.removeAll();
        if (poll.question() instanceof OwnQuestion own) {
            poll.options().forEach(option -> choices.add(new ListItem(Prose.line(option))));
            if (own.kind() instanceof AnswerKind.Order order) {
                choices.add(QuestionText.lettered(order));
            }
        } else {
            poll.options().forEach(option -> choices.add(new ListItem(option)));
        }
    }

    private void clear() {
        surface.setCloud(List.of());
        surface.setSecondCloud(List.of());
        surface.clearTruth();
    }
}
