package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.Objects;

/**
 * Brings the {@link Race} that it stands in to where its room is, as the stream that {@link RoomLink} describes tells,
 * and tells the server when it is moved in this window, for others to follow: whatever windows lead a room, they show
 * the same. Invisible.
 */
@Tag("room-lead")
@JsModule("./room-lead/room-lead.ts")
public class RoomLead extends Component {

    /** Leads the room whose events are at this address, as {@code stream/rooms/CODE}. */
    public void lead(String url) {
        getElement().setAttribute("src", Objects.requireNonNull(url, "url"));
    }

    /**
     * Called whenever something is moved in this window, once it is known where the room is: the shown step changes at
     * rest (ten times a second at most, the last one always), play begins or ends, or the speed changes. The steps
     * passed while playing are not told.
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
        private final String hand;

        public LeadChange(RoomLead source, boolean fromClient,
                          @EventData("event.detail.step") int step,
                          @EventData("event.detail.playing") boolean playing,
                          @EventData("event.detail.speed") double speed,
                          @EventData("event.detail.hand") String hand) {
            super(source, fromClient);
            this.step = step;
            this.playing = playing;
            this.speed = speed;
            this.hand = hand;
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

        /** Which window it is, for the scene to say. */
        public String getHand() {
            return hand;
        }
    }
}
