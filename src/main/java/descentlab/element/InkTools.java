package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;

/**
 * A pointer and a pen over the plot of a {@link RaceSurface} or a {@link TrainingChart}, for one who leads a room: its buttons, its keys, and what the
 * hand does with them. What comes of it is seen here and elsewhere once the room's stream tells it, as {@link RoomLink}
 * describes; a {@link RoomLead} stands in the same {@link Race}. While one of them is on, the plot takes no gestures.
 */
@Tag("ink-tools")
@JsModule("./ink-tools/ink-tools.ts")
public class InkTools extends Component {

    /** Characters of the places that are told at once, at most. */
    private static final int LONGEST = 10_000;

    /** Lays them over a plot. It does not know them, so that they are fetched only where somebody leads. */
    public void layOver(RaceSurface plot) {
        lay(plot);
    }

    /** The same over a chart, whose places are epochs and losses. */
    public void layOver(TrainingChart chart) {
        lay(chart);
    }

    private void lay(HasElement drawn) {
        getElement().setAttribute("slot", "tools");
        drawn.getElement().appendChild(getElement());
    }

    /** Whether there is something to be pointed at; true at first. */
    public void setUsable(boolean usable) {
        getElement().setAttribute("off", !usable);
    }

    /** Takes back what the hand has drawn that is not in the room, as it was refused. */
    public void takeBack() {
        getElement().callJsFunction("takeBack");
    }

    /** Called for what is done with the tools, fifteen times a second at most. */
    public Registration addInkListener(ComponentEventListener<Inked> listener) {
        return addListener(Inked.class, listener);
    }

    /** What was done. */
    public enum Kind {
        /** Pointed at a place, or nowhere any more. */
        AIM,
        /** Drawn a stroke on, or begun it. */
        PEN,
        /** Looked at a part of the plane: its edges in x1, then in x2; at all of the race if there are none. */
        LOOK,
        /** Taken the last stroke back. */
        UNDO,
        /** Taken all strokes away. */
        WIPE
    }

    /** Something was done with the tools. What it says is what a browser says: it may be anything. */
    @DomEvent("ink")
    public static class Inked extends ComponentEvent<InkTools> {

        private final String kind;
        private final String hand;
        private final String stroke;
        private final int from;
        private final String places;

        public Inked(InkTools source, boolean fromClient,
                     @EventData("event.detail.kind") String kind,
                     @EventData("event.detail.hand") String hand,
                     @EventData("event.detail.stroke") String stroke,
                     @EventData("event.detail.from") int from,
                     @EventData("event.detail.places") String places) {
            super(source, fromClient);
            this.kind = kind;
            this.hand = hand;
            this.stroke = stroke;
            this.from = from;
            this.places = places;
        }

        /** @throws IllegalArgumentException if it is none */
        public Kind getKind() {
            return Arrays.stream(Kind.values())
                    .filter(one -> one.name().equalsIgnoreCase(kind))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("kind"));
        }

        /** A name of the window in which it was done. */
        public String getHand() {
            return hand;
        }

        /** A name of the stroke that is drawn, and of no other. */
        public String getStroke() {
            return stroke;
        }

        /** Which of the stroke's points is the first of the places. */
        public int getFrom() {
            return from;
        }

        /**
         * x1 and x2 of each place in turn, of a chart epoch and loss; none where nothing is pointed at.
         *
         * @throws IllegalArgumentException if these are no numbers, or far too many
         */
        public List<Double> getPlaces() {
            if (places == null || places.length() > LONGEST) {
                throw new IllegalArgumentException("places");
            }
            return places.isEmpty()
                    ? List.of()
                    : Arrays.stream(places.split(",", -1)).map(Double::valueOf).toList();
        }
    }
}
