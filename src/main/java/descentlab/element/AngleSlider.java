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

/**
 * By how many degrees a race's objective is turned: a slider over whole ones, -180 to 180, with the exact number beside it. A
 * {@link Race} that it stands in may follow the hand; then this is told once it rests.
 */
@Tag("angle-slider")
@JsModule("./angle-slider/angle-slider.ts")
public class AngleSlider extends Component implements HasStyle {

    /** Shows an angle, whole or not. */
    public void show(double degrees) {
        // By script, as the browser moves it too.
        getElement().executeJs("this.degrees = $0", degrees);
    }

    /** Called as it is turned by hand. */
    public Registration addTurnListener(ComponentEventListener<Turned> listener) {
        return addListener(Turned.class, listener);
    }

    /** It was turned. */
    @DomEvent("turned")
    public static class Turned extends ComponentEvent<AngleSlider> {

        private final double degrees;

        public Turned(AngleSlider source, boolean fromClient, @EventData("event.detail.degrees") double degrees) {
            super(source, fromClient);
            this.degrees = degrees;
        }

        public double degrees() {
            return degrees;
        }
    }
}
