package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/**
 * A picture with places on it. A place is in shares of the picture's width, from its left and its upper edge, so that a distance is
 * one in every direction.
 */
@Tag("picture-spot")
@JsModule("./picture-spot/picture-spot.ts")
public class PictureSpot extends Component implements HasStyle {

    /** @param alt what is seen in it, for who does not see it */
    public PictureSpot(String src, String alt) {
        getElement().setProperty("src", src);
        getElement().setProperty("alt", alt);
    }

    /** Whether a place can be set by a click or the arrow keys. */
    public void setPicking(boolean on) {
        getElement().setProperty("picking", on);
    }

    /** Shows a place as one's own. */
    public void setGuess(double x, double y) {
        // Not as a property: one that is set to what it was is not sent, though it was moved since.
        getElement().executeJs("this.guess = {x: $0, y: $1}", x, y);
    }

    /** Shows none as one's own. */
    public void clearGuess() {
        getElement().executeJs("this.guess = null");
    }

    /** Shows places of a class. */
    public void setCloud(List<double[]> points) {
        getElement().setPropertyList("cloud", points);
    }

    /** Shows where is right, and how far from there is still. */
    public void setTruth(double x, double y, double within) {
        getElement().setPropertyList("truth", List.of(x, y, within));
    }

    /** Does not show where is right. */
    public void clearTruth() {
        getElement().setPropertyList("truth", List.of());
    }

    /** Called when a place was set. */
    public Registration addSpotListener(ComponentEventListener<Put> listener) {
        return addListener(Put.class, listener);
    }

    /** A place was set by hand. */
    @DomEvent("spot")
    public static class Put extends ComponentEvent<PictureSpot> {

        private final double x;
        private final double y;

        public Put(
                PictureSpot source,
                boolean fromClient,
                @EventData("event.detail.x") double x,
                @EventData("event.detail.y") double y) {
            super(source, fromClient);
            this.x = x;
            this.y = y;
        }

        /** As the browser says; not checked. */
        public double getX() {
            return x;
        }

        public double getY() {
            return y;
        }
    }
}
