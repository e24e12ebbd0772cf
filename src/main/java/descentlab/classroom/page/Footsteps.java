package descentlab.classroom.page;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import descentlab.classroom.Whereabouts;
import descentlab.controls.LearnerAccess;
import org.springframework.stereotype.Component;

/** Notes which page those open who are in a room. */
@Component
class Footsteps implements VaadinServiceInitListener {

    private final Whereabouts whereabouts;

    Footsteps(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> init.getUI()
                        .addAfterNavigationListener(entered -> whereabouts.note(
                                LearnerAccess.current().learner(), entered.getLocation().getPath())));
    }
}
