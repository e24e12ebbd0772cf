package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** Tells the server what the {@link Race} that it stands in shows, for others to follow. Invisible. */
@Tag("room-lead")
@JsModule("./room-lead/room-lead.ts")
public class RoomLead extends Component {

    /**
     * Called once a race is there, and then whenever the shown step changes at rest (ten times a second at most, the
     * last one always), play begins or ends, the speed changes, or the color scheme does. The steps passed while
     * playing are not told.
     */
    public Registration addLeadListener(ComponentEventListener<LeadChange> listener) {
        return addListener(LeadChange.class, listener);
    }

    /** What the leader's screen shows. */
    @DomEvent("lead-change")
    public static class LeadChange extends ComponentEvent<RoomLead> {

        private final int step;
        private final boolean playing;
        private final double speed;
        private final String scheme;

        public LeadChange(RoomLead source, boolean fromClient,
                          @EventData("event.detail.step") int step,
                          @EventData("event.detail.playing") boolean playing,
                          @EventData("event.detail.speed") double speed,
                          @EventData("event.detail.scheme") String scheme) {
            super(source, fromClient);
            this.step = step;
            this.playing = playing;
            this.speed = speed;
            this.scheme = scheme;
        }

        /** The shown step; while playing, the one from which time runs since this event. */
        public int getStep() {
            return step;
        }

        public boolean isPlaying() {
            return playing;
        }

        /** 1 plays a race in about three to ten seconds, 2 in half of that. */
        public double getSpeed() {
            return speed;
        }

        /** {@code light} or {@code dark}, as it is seen, whether chosen or the system's. */
        public String getScheme() {
            return scheme;
        }
    }
}
