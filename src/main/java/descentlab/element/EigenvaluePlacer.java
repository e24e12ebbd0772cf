package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/**
 * Discs in the complex plane, and markers to be put on eigenvalues by dragging or by the arrow keys. Knows nothing of
 * where the eigenvalues are.
 */
@Tag("eigenvalue-placer")
@JsModule("./eigenvalue-placer/eigenvalue-placer.ts")
public class EigenvaluePlacer extends Component {

    /** A disc, by center and radius. */
    public record Disc(double re, double im, double radius) {}

    /** A marker's place. */
    public record Place(double re, double im) {}

    /** A place with these discs, whose markers move by that step. */
    public EigenvaluePlacer(List<Disc> discs, double step) {
        getElement().setPropertyList("discs", discs);
        getElement().setProperty("step", step);
    }

    /** Puts the markers there, wherever they have been moved meanwhile. */
    public void setPlaces(List<Place> places) {
        // Not as a property: one that is set to what it was is not sent, though the markers were moved since.
        getElement().executeJs("this.places = $0", JacksonUtils.listToJson(places));
    }

    /** Tells of each marker which is right, by its index; all others are shown as not judged or wrong. */
    public void setRight(List<Boolean> right) {
        getElement().setPropertyList("right", right);
    }

    public Registration addPlaceListener(ComponentEventListener<Placed> listener) {
        return addListener(Placed.class, listener);
    }

    /** A marker was put somewhere by hand. */
    @DomEvent("place")
    public static class Placed extends ComponentEvent<EigenvaluePlacer> {

        private final int index;
        private final double re;
        private final double im;

        public Placed(
                EigenvaluePlacer source,
                boolean fromClient,
                @EventData("event.detail.index") int index,
                @EventData("event.detail.re") double re,
                @EventData("event.detail.im") double im) {
            super(source, fromClient);
            this.index = index;
            this.re = re;
            this.im = im;
        }

        /** Which marker, from 0, as the browser says; not checked. */
        public int getIndex() {
            return index;
        }

        public double getRe() {
            return re;
        }

        public double getIm() {
            return im;
        }
    }
}
