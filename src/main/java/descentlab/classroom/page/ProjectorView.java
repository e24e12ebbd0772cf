package descentlab.classroom.page;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.Room;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.classroom.Topic;
import descentlab.classroom.TryTask;
import descentlab.controls.RaceSettings;
import descentlab.element.Formula;
import descentlab.element.Race;
import descentlab.element.RaceStep;
import descentlab.element.RaceSurface;
import descentlab.element.RoomLink;
import descentlab.element.TrainingChart;
import descentlab.experiment.SurfaceExperiment;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a class sees on the wall: large type, no controls; how to join, the race, the question and its results. */
@Route(value = "class/:code/projector", autoLayout = false)
@PageTitle("Projector · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
class ProjectorView extends Div implements BeforeEnterObserver {

    private static final int MOST_LISTED = 5;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Rooms rooms;
    private final Race race = new Race();
    private final RaceSurface surface = new RaceSurface();
    private final TrainingChart training = new TrainingChart();
    private final Section asked = new Section();
    private final H2 question = new H2();
    private final Span count = new Span();
    private final Results results = new Results();
    private final OrderedList best = new OrderedList();
    private final Formula formula = new Formula("f");
    private final Span here = new Span();
    private final Div lobby = new Div();
    private Room room;
    private int revision;

    ProjectorView(Rooms rooms) {
        this.rooms = rooms;
        addClassName("projector");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<Lectern> lectern = event.getRouteParameters()
                .get("code")
                .flatMap(RoomCode::parse)
                .flatMap(code -> SignedIn.teacher().flatMap(teacher -> lectern(teacher, code)));
        if (lectern.isEmpty()) {
            add(new H1("You have no such room."));
            return;
        }
        room = lectern.get().room();
        build();
        race.addGoneListener(gone -> lectern.get().renew());
        Watch.on(this, room, Topic.CLASS, PAUSE, this::show);
        show();
    }

    private Optional<Lectern> lectern(Teacher teacher, RoomCode code) {
        try {
            return Optional.of(rooms.lectern(teacher.id(), code));
        } catch (ClassroomException notTheirs) {
            return Optional.empty();
        }
    }

    private void build() {
        String address = RoomAddress.of(VaadinServletRequest.getCurrent(), room.code());
        Span code = new Span(room.code().shown());
        code.addClassName("room-code");
        Span where = new Span(address.replaceFirst("^https?://", "").replaceFirst("/[^/]*$", ""));
        here.addClassName("chip");
        Div strip = new Div(new Span("Join at"), where, code, here);
        strip.addClassName("projector-strip");
        Div words = new Div(
                new H1("Join in"),
                line("Scan, or open", where(address)),
                line("and type the code", room.code().shown()),
                new Div("No account: a nickname will do."));
        words.addClassName("lobby-words");
        lobby.add(new QrCode(address), words);
        lobby.addClassName("lobby");
        RoomLink link = new RoomLink();
        training.setId("class-training");
        link.setFor("class-training");
        link.follow("stream/rooms/" + room.code());
        surface.addClassName("fill");
        link.setCovering(false); // it is the wall that all look up to
        surface.setBare(true);
        surface.setStartMovable(false);
        best.addClassName("projector-best");
        asked.add(question, count, results, best);
        asked.addClassName("projector-question");
        race.addClassName("projector-race");
        Div objective = new Div(formula, new RaceStep());
        objective.addClassName("projector-objective");
        Section picture = new Section(objective, surface);
        picture.addClassName("projector-picture");
        race.add(picture, asked, link);
        add(strip, lobby, race, training);
    }

    private static String where(String address) {
        return address.replaceFirst("^https?://", "").replaceFirst("/[^/]*$", "");
    }

    private static Div line(String what, String value) {
        Span strong = new Span(value);
        strong.addClassName("lobby-value");
        return new Div(new Span(what), strong);
    }

    private void show() {
        Board board = room.board();
        here.setText(Words.count(board.here(), "student here", "students here"));
        boolean race = board.led() instanceof SurfaceExperiment;
        boolean waiting = room.lobby();
        lobby.getElement().setAttribute("hidden", !waiting);
        this.race.getElement().setAttribute("hidden", waiting || !race);
        training.getElement().setAttribute("hidden", waiting || race);
        if (board.led() instanceof SurfaceExperiment led) {
            formula.setTex(RaceSettings.tex(led));
        }
        boolean trying = board.poll().isEmpty() && board.task().isPresent();
        asked.setVisible(board.poll().isPresent() || trying);
        best.setVisible(trying);
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

    private void task(TryTask task, Board board) {
        question.setText(Words.task(task));
        count.setText(board.tries().size() + " of " + board.seated().size() + " have handed in");
        results.setVisible(false);
        best.removeAll();
        Words.ranked(board.tries()).stream().limit(MOST_LISTED).forEach(tried -> best.add(new ListItem(
                (board.named() ? tried.by().nickname() + ": " : "") + Words.outcome(tried) + ", " + Words.picked(task, tried))));
    }

    private void ask(Poll poll, Board board) {
        question.setText(poll.question().text(poll.experiment()));
        count.setText(poll.votes().size() + " of " + board.seated().size() + " have voted"
                + (poll.stage() == Poll.Stage.OPEN ? "" : "; voting has ended"));
        results.setVisible(poll.votesShown());
        if (poll.votesShown()) {
            results.show(poll);
        }
        Results.draw(surface, poll, poll.votesShown());
    }

    private void clear() {
        surface.setCloud(List.of());
        surface.setSecondCloud(List.of());
        surface.clearTruth();
    }
}
