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
import descentlab.account.Teacher;
import descentlab.classroom.Attendance;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.controls.Confirmation;
import descentlab.plan.Plans;
import descentlab.run.RunService;
import descentlab.shell.HasHeaderActions;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** From where a teacher leads a room. */
@Route("class/:code/lead")
@PageTitle("Leading · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
@StyleSheet("descentlab/question.css")
class TeacherView extends Div implements BeforeEnterObserver, HasHeaderActions {

    private final Rooms rooms;
    private final Attendance attendance;
    private final RunService runs;
    private final Plans plans;
    private final PageWords pages;
    private final Div actions = new Div();

    TeacherView(Rooms rooms, Attendance attendance, RunService runs, Plans plans, PageWords pages) {
        this.plans = plans;
        this.pages = pages;
        this.rooms = rooms;
        this.runs = runs;
        this.attendance = attendance;
        addClassName("class-page");
        actions.addClassName("header-row");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        removeClassName("page");
        actions.removeAll();
        try {
            Lectern lectern = LedRoom.of(event, rooms);
            RoomCode code = lectern.room().code();
            Anchor projector = new Anchor("class/" + code + "/projector", "Projector view");
            projector.setTarget("_blank");
            projector.getElement().setAttribute("router-ignore", true);
            projector.addClassName("export");
            Button close = new Button("Close the room", click -> confirmClosing(lectern, click.getSource()));
            close.setId("close-room");
            Anchor remote = new Anchor("class/" + code + "/remote", "Remote");
            remote.setTarget("_blank");
            remote.addClassName("export");
            actions.add(projector, remote, close);
            close.setEnabled(lectern.room().board().open());
            add(new Podium(lectern, attendance, runs, plans, pages, Podium.Place.of(event.getLocation().getQueryParameters(), code)));
        } catch (ClassroomException refused) {
            Div notice = new Div(refused.getMessage() + " ");
            notice.addClassNames("say", "warn");
            notice.add(new Anchor("class/mine", "Your rooms"));
            addClassName("page");
            add(notice);
        }
    }

    private static void confirmClosing(Lectern lectern, Button close) {
        Confirmation.ask(
                "Close the room?",
                "Everybody is out then, and nobody joins any more. The report stays in your rooms for " + lectern.keptDays()
                        + " days, and students find their own answers at the room's address.",
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
