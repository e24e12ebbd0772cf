package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Objects;

/**
 * The final objective against the learning rate for all optimizers of a race. Works inside a {@link Race}, which
 * tells of the rates that are picked here. It loads the sweep once it is in sight.
 */
@Tag("sweep-chart")
@JsModule("./sweep-chart/sweep-chart.ts")
public class SweepChart extends Component implements HasStyle, HasSize {

    /** Shows the sweep that a query says, as {@code run=sgd(lr=0.001..10)}. */
    public void show(String query) {
        getElement().setAttribute("sweep", Objects.requireNonNull(query, "query"));
    }
}
