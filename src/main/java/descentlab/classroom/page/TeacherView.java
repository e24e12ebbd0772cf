package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.classroom.Attendance;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.controls.Confirmation;
import descentlab.shell.HasHeaderActions;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** From where a teacher leads a room. */
@Route("class/:code/lead")
@PageTitle("Leading · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
class TeacherView extends Div implements BeforeEnterObserver, HasHeaderActions {

    private final Rooms rooms;
    private final Attendance attendance;
    private final Div actions = new Div();

    TeacherView(Rooms rooms, Attendance attendance) {
        this.rooms = rooms;
        this.attendance = attendance;
        addClassName("class-page");
        actions.addClassName("header-row");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        actions.removeAll();
        try {
            RoomCode code = event.getRouteParameters()
                    .get("code")
                    .flatMap(RoomCode::parse)
                    .orElseThrow(() -> new ClassroomException("There is no room at this address."));
            Teacher teacher = SignedIn.teacher().orElseThrow(() -> new ClassroomException("Sign in first."));
            Lectern lectern = rooms.lectern(teacher.id(), code);
            Anchor projector = new Anchor("class/" + code + "/projector", "Projector view");
            projector.setTarget("_blank");
            projector.getElement().setAttribute("router-ignore", true);
            projector.addClassName("export");
            Button close = new Button("Close the room", click -> confirmClosing(lectern, click.getSource()));
            close.setId("close-room");
            actions.add(projector, close);
            close.setEnabled(lectern.room().board().open());
            add(new Podium(lectern, attendance));
        } catch (ClassroomException refused) {
            Div notice = new Div(refused.getMessage() + " ");
            notice.addClassNames("say", "warn");
            notice.add(new Anchor("class/mine", "Your rooms"));
            add(notice);
        }
    }

    private static void confirmClosing(Lectern lectern, Button close) {
        Confirmation.ask(
                "Close the room?",
                "Everybody is out then, and its code leads nowhere. The class's results stay in your rooms for "
                        + Rooms.KEPT.toDays() + " days.",
                "Close it",
                () -> {
                    try {
                        lectern.close();
                        close.setEnabled(false);
                    } catch (ClassroomException refused) {
                        RefusedNotice.show(refused);
                    }
                });
    }

    @Override
    public List<Component> headerActions() {
        return List.of(actions);
    }
}
