package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * The objective against the step for all optimizers of a race, with a line at the shown step. Works inside a
 * {@link Race}, and needs a height from its layout.
 */
@Tag("race-chart")
@NpmPackage(value = "apexcharts", version = "4.7.0")
@JsModule("./race-chart/race-chart.ts")
public class RaceChart extends Component implements HasStyle, HasSize {

    /** Whether nothing is shown of the steps after the shown one, as to who is asked how it goes on; false at first. */
    public void setGrowing(boolean growing) {
        getElement().setAttribute("grows", growing);
    }
}
