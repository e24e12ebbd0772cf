package descentlab.classroom.page;

import com.vaadin.flow.router.BeforeEnterEvent;
import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;

/** The room that an address names, for its teacher. */
final class LedRoom {

    private LedRoom() {}

    /** @throws ClassroomException if there is none, or it is not theirs */
    static Lectern of(BeforeEnterEvent event, Rooms rooms) {
        RoomCode code = event.getRouteParameters()
                .get("code")
                .flatMap(RoomCode::parse)
                .orElseThrow(() -> new ClassroomException("There is no room at this address."));
        Teacher teacher = SignedIn.teacher().orElseThrow(() -> new ClassroomException("Sign in first."));
        return rooms.lectern(teacher.id(), code);
    }
}
