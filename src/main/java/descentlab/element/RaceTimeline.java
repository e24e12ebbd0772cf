package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** Plays a race, steps through it and rewinds it, all in the browser. Works inside a {@link Race}. */
@Tag("race-timeline")
@JsModule("./race-timeline/race-timeline.ts")
public class RaceTimeline extends Component implements HasStyle, HasSize {

    /** Offers to go on from the shown step with something else. */
    public Registration addBranchListener(ComponentEventListener<BranchAsked> listener) {
        getElement().setAttribute("branches", true);
        return addListener(BranchAsked.class, listener);
    }
}
