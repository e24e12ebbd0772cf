package descentlab.plot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/**
 * The plane of (x1, x2): contours of the objective and the optimizers' ways over it. Works inside a {@link Race}, and
 * needs a height from its layout.
 */
@Tag("race-surface")
@NpmPackage(value = "d3-contour", version = "4.0.2")
@NpmPackage(value = "@types/d3-contour", version = "3.0.6", dev = true)
@JsModule("./race-surface/race-surface.ts")
public class RaceSurface extends Component implements HasStyle, HasSize {

    /** Called as the start is clicked, dragged or moved by keys: some fourteen times a second at most. */
    public Registration addStartListener(ComponentEventListener<StartChange> listener) {
        return addListener(StartChange.class, listener);
    }

    /** The start has been moved, to coordinates rounded to what a pixel can tell. */
    @DomEvent("start-change")
    public static class StartChange extends ComponentEvent<RaceSurface> {

        private final double x1;
        private final double x2;
        private final boolean last;

        public StartChange(RaceSurface source, boolean fromClient,
                           @EventData("event.detail.x1") double x1,
                           @EventData("event.detail.x2") double x2,
                           @EventData("event.detail.final") boolean last) {
            super(source, fromClient);
            this.x1 = x1;
            this.x2 = x2;
            this.last = last;
        }

        public double getX1() {
            return x1;
        }

        public double getX2() {
            return x2;
        }

        /** Whether the hand has let go: true once at the end of each move, when the address may be written. */
        public boolean isFinal() {
            return last;
        }
    }
}
