package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The numbers of the shown step, coordinate by coordinate, and what they mean in a sentence or two. Works inside a
 * {@link Race}.
 */
@Tag("race-inspector")
@JsModule("./race-inspector/race-inspector.ts")
public class RaceInspector extends Component implements HasStyle, HasSize {

    /** Whether gradients and memories are shown too; false at first, and the reader may change it. */
    public void setDetailed(boolean detailed) {
        getElement().setAttribute("detailed", detailed);
    }

    /**
     * Whether a diverged optimizer comes with a button for a rate that works; whoever sets this listens to
     * {@link Race#addRatePickListener}.
     */
    public void setOfferingRates(boolean offering) {
        getElement().setAttribute("offering", offering);
    }
}
