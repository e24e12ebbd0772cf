package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;

/** A time that runs out before everybody's eyes; the browser counts it by itself. */
@Tag("count-down")
@JsModule("./count-down/count-down.ts")
public class CountDown extends Component implements HasStyle {

    /**
     * Begins to count.
     *
     * @param left from now
     * @param label for what
     */
    public void count(Duration left, String label) {
        getElement().setProperty("label", label);
        getElement().setProperty("seconds", Math.max(0, left.toMillis()) / 1000.0);
    }
}
