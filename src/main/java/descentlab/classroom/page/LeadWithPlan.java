package descentlab.classroom.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import descentlab.account.TeacherId;
import descentlab.classroom.Lectern;
import descentlab.classroom.Rooms;
import descentlab.plan.Conductor;
import descentlab.plan.Plan;

/** Opens a new room that is led by a plan, and goes there. */
final class LeadWithPlan {

    private LeadWithPlan() {}

    /** @throws descentlab.classroom.ClassroomException if the teacher has too many rooms open */
    static void begin(Rooms rooms, TeacherId teacher, Plan plan) {
        Lectern lectern = rooms.open(teacher);
        new Conductor(lectern).begin(plan);
        UI.getCurrent().navigate(
                "class/" + lectern.room().code() + "/lead", QueryParameters.of("tab", String.valueOf(Podium.PLAN)));
    }
}
