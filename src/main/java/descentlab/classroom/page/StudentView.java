package descentlab.classroom.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.classroom.Attendance;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Room;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.classroom.Seat;
import descentlab.classroom.Whereabouts;
import descentlab.controls.Confirmation;
import descentlab.controls.LearnerAccess;
import descentlab.controls.RunOwner;
import descentlab.progress.LearnerId;
import descentlab.run.RunService;
import descentlab.shell.HasHeaderActions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A student's page of a room: a name to join, then whatever the teacher leads. */
@Route("class/:code")
@PageTitle("Class · Descent Lab")
@AnonymousAllowed
// also of the pages that a class is brought to, whose first words should find them there
@StyleSheet("descentlab/practice.css")
@StyleSheet("descentlab/lesson.css")
@StyleSheet("descentlab/gallery.css")
@StyleSheet("descentlab/lecture.css")
@StyleSheet("descentlab/question.css")
class StudentView extends Div implements BeforeEnterObserver, HasHeaderActions {

    /** Somebody has got a seat on the page where they are. */
    static final class Joined extends ComponentEvent<StudentView> {

        private Joined(StudentView page) {
            super(page, false);
        }
    }

    private final Rooms rooms;
    private final RunService runs;
    private final Attendance attendance;
    private final Whereabouts whereabouts;
    private final TakenAlong along;
    private final Button leave = new Button("Leave the room");
    private LearnerId learner;

    StudentView(Rooms rooms, RunService runs, Attendance attendance, Whereabouts whereabouts, TakenAlong along) {
        this.rooms = rooms;
        this.runs = runs;
        this.attendance = attendance;
        this.whereabouts = whereabouts;
        this.along = along;
        addClassNames("page", "class-page");
        leave.setVisible(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        learner = LearnerAccess.current().learner();
        String typed = event.getRouteParameters().get("code").orElse("");
        try {
            // Who has a seat comes back to it, however many wrong codes others near them type.
            RoomCode.parse(typed)
                    .flatMap(code -> rooms.seat(code, learner))
                    .ifPresentOrElse(
                            seat -> away(seat)
                                    .ifPresentOrElse(path -> Visit.forward(event, path), () -> sit(seat.room().code())),
                            () -> RoomCode.parse(typed)
                                    .flatMap(code -> rooms.closed(code, learner))
                                    .ifPresentOrElse(
                                            this::remember,
                                            () -> name(rooms.look(typed, RunOwner.current().client()))));
        } catch (ClassroomException refused) {
            add(new CodeForm(refused.getMessage()));
        }
    }

    /** The page that the class is on, if it is on another and takes them along. */
    private static Optional<String> away(Seat seat) {
        Board board = seat.room().board();
        return board.visit()
                .filter(path -> board.open() && seat.participant().filter(person -> !person.removed()).isPresent());
    }

    /** What remains of a closed room. */
    private void remember(Room room) {
        add(new H1("Room " + room.code().shown() + " is closed"));
        room.participant(learner).ifPresent(me -> add(new OwnAnswers(room, me.id(), OptionalInt.of(rooms.keptDays(room.code())))));
    }

    private void name(RoomCode code) {
        add(new NameForm(code, nickname -> {
            rooms.join(code, learner, nickname, RunOwner.current().client());
            removeAll();
            sit(code);
            UI ui = UI.getCurrent();
            ComponentUtil.fireEvent(ui, new Joined(this));
            // The form's place is gone; whatever could have the focus next was not asked for.
            ui.getPage().executeJs("document.getElementById('page').focus({ preventScroll: true })");
        }));
    }

    private void sit(RoomCode code) {
        rooms.seat(code, learner).ifPresent(seat -> {
            whereabouts.watch(learner, "class/" + code);
            leave.setVisible(true);
            leave.addClickListener(click -> confirmLeaving(seat));
            addClassName("wide");
            add(new Desk(seat, runs, attendance, along));
        });
    }

    private void confirmLeaving(Seat seat) {
        Confirmation.ask(
                "Leave the room?",
                "Your nickname, votes, what you tried and what you asked here are deleted. The exercises' progress stays.",
                "Leave",
                () -> {
                    try {
                        seat.leave();
                    } catch (ClassroomException refused) {
                        RefusedNotice.show(refused);
                        return;
                    }
                    whereabouts.forget(learner);
                    UI.getCurrent().navigate(JoinView.class);
                });
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        attach.getSession().getSession().setMaxInactiveInterval((int) Rooms.IDLE.toSeconds());
    }

    @Override
    public List<Component> headerActions() {
        return List.of(leave);
    }
}
