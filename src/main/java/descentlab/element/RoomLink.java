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
 * Ties a {@link Race} that it stands in, or a {@link TrainingChart} or {@link SpectrumLab} beside it, to a room: shows there what the room's
 * stream of server-sent events tells, without a round trip of the page. It loses no time over a server that restarts:
 * it tries again by itself until it is refused or the room closes.
 *
 * <p>The stream sends events named {@code scene} with
 * {@code {"revision":12,"kind":"race"|"training"|"spectrum","run":"stream/runs/ID","field":"objective=ellipse","step":7,
 * "playing":true,"speed":1,"elapsed":0.4,"scheme":"dark"|"light"|null,"frozen":false,"hand":"",
 * "progress":"on"|"paused"|"stopped"}}, where {@code step} is where the
 * play began and {@code elapsed} the seconds since; {@code ink} with what is new of a teacher's pointer and pen,
 * {@code {"field":"objective=ellipse","aim":{"hand":"WINDOW","at":[x1,x2]},"keep":2,"strokes":[{"id":"WINDOW/3","from":0,
 * "points":[x1,x2,...]}]}}, where {@code field} is the surface on which it is, {@code aim} is left out where nothing is told of
 * it, {@code keep} is how many strokes stand of those told before on this connection, and {@code at} is empty where nothing
 * is pointed at; and {@code closed}, which too needs a {@code data:} line to be
 * heard. The first ones of a connection tell the room as it is. A revision not above one seen before on the same
 * connection is passed over. Invisible but for a notice while the connection is lost and, while the room is frozen, a
 * cover over the page; it must not stand in anything that is hidden.
 */
@Tag("room-link")
@JsModule("./room-link/room-link.ts")
public class RoomLink extends Component {

    /** Follows the room whose events are at this address, as {@code stream/rooms/CODE}. */
    public void follow(String url) {
        getElement().setAttribute("src", Objects.requireNonNull(url, "url"));
    }

    /** Stops following for good; what is shown stays. */
    public void leave() {
        getElement().removeAttribute("src");
    }

    /**
     * Whether the scene is shown; true at first. Otherwise the link goes on to receive, and shows the latest
     * scene once it follows again. A frozen room covers the page either way.
     */
    public void setFollowing(boolean following) {
        getElement().setAttribute("exploring", !following);
    }

    /** Whether it is the wall that all look up to: a frozen room does not cover it, and it wears the scene's color scheme. */
    public void setWall(boolean wall) {
        getElement().setAttribute("wall", wall);
    }

    /** The id of the {@link TrainingChart} to lead, where it is not beside the link. */
    public void setFor(String elementId) {
        getElement().setAttribute("for", Objects.requireNonNull(elementId, "elementId"));
    }

    /** The id of the {@link SpectrumLab} to lead, where it is not beside the link. */
    public void setSpectrum(String elementId) {
        getElement().setAttribute("spectrum", Objects.requireNonNull(elementId, "elementId"));
    }

    /** Called when the room has closed. */
    public Registration addClosedListener(ComponentEventListener<RoomClosed> listener) {
        return addListener(RoomClosed.class, listener);
    }

    /** Called when the server refuses the stream: it knows no such room, or not this person in it. */
    public Registration addRefusedListener(ComponentEventListener<RoomRefused> listener) {
        return addListener(RoomRefused.class, listener);
    }

    /** Called when the page is covered and when it is free again. */
    public Registration addFrozenListener(ComponentEventListener<FrozenChange> listener) {
        return addListener(FrozenChange.class, listener);
    }

    /** The room has closed. */
    @DomEvent("room-closed")
    public static class RoomClosed extends ComponentEvent<RoomLink> {

        public RoomClosed(RoomLink source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The stream was refused, and the link has stopped to ask for it. */
    @DomEvent("room-refused")
    public static class RoomRefused extends ComponentEvent<RoomLink> {

        private final int status;

        public RoomRefused(RoomLink source, boolean fromClient, @EventData("event.detail.status") int status) {
            super(source, fromClient);
            this.status = status;
        }

        /** The HTTP status of the answer: 401, 403, 404 or 410. */
        public int getStatus() {
            return status;
        }
    }

    /** The page was covered, or is free again. */
    @DomEvent("frozen-change")
    public static class FrozenChange extends ComponentEvent<RoomLink> {

        private final boolean frozen;

        public FrozenChange(RoomLink source, boolean fromClient, @EventData("event.detail.frozen") boolean frozen) {
            super(source, fromClient);
            this.frozen = frozen;
        }

        public boolean isFrozen() {
            return frozen;
        }
    }
}
