package descentlab.classroom.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import descentlab.account.Teacher;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.classroom.Topic;
import descentlab.plan.Conductor;
import descentlab.plan.Plans;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;

/** A teacher's phone as the remote control of a room: the plan, and what is needed away from the desk. */
@Route("class/:code/remote")
@PageTitle("Remote control · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
@StyleSheet("descentlab/question.css")
class RemoteView extends Div implements BeforeEnterObserver {

    private static final Duration LOOK = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Rooms rooms;
    private final Plans plans;
    private final Div notice = new Div();
    private final Span here = new Span();
    private final Span votes = new Span();
    private final VoicesChip voices = new VoicesChip();
    private final ClassTimer timer = new ClassTimer();
    private Lectern lectern;
    private PlanPanel plan;
    private ClassVoices asked;
    private Button freeze;

    RemoteView(Rooms rooms, Plans plans) {
        this.rooms = rooms;
        this.plans = plans;
        addClassNames("page", "class-page", "remote");
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        here.addClassName("chip");
        votes.addClassName("chip");
        votes.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            lectern = LedRoom.of(event, rooms);
            RoomCode code = lectern.room().code();
            plan = new PlanPanel(new Conductor(lectern), this::attempt, plans, lectern.room().teacher());
            freeze = new Button("", click -> attempt(() -> lectern.freeze(!lectern.room().board().frozen())));
            Div head = new Div(here, votes, voices, timer, freeze);
            head.addClassName("row");
            H1 title = new H1("Room " + code.shown());
            asked = new ClassVoices(lectern, this::attempt);
            NativeDetails voicesOf = new NativeDetails("What the class asks", asked);
            add(title, head, notice, plan, plan.keys(), voicesOf, Watch.again(lectern.room(), LOOK, this::show), new Anchor("class/" + code + "/lead", "The whole desk"));
            Watch.on(this, lectern.room(), Topic.CLASS, PAUSE, this::show);
            show();
        } catch (ClassroomException refused) {
            say(refused.getMessage());
            add(notice, new Anchor("class/mine", "Your rooms"));
        }
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            say("");
        } catch (ClassroomException refused) {
            say(refused.getMessage());
        }
        show();
    }

    private void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
    }

    private void show() {
        Board board = lectern.room().board();
        here.setText(board.here() + " of " + board.seated().size() + " here");
        voices.show(board);
        asked.show(Instant.now());
        votes.setText(board.poll()
                .map(poll -> poll.votes().size() + " of " + board.seated().size() + " voted")
                .or(() -> board.task().map(task -> board.tries().size() + " of " + board.seated().size() + " tried"))
                .orElse(""));
        votes.setVisible(board.poll().isPresent() || board.task().isPresent());
        timer.show(board.countdown());
        freeze.setText(board.frozen() ? "Let them go on" : "Eyes up here");
        freeze.setEnabled(board.open());
        plan.show(board);
        if (!board.open()) {
            say("This room is closed. Its report stays in your rooms.");
        }
    }
}
