package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** Plays a race, steps through it and rewinds it, all in the browser. Works inside a {@link Race}. */
@Tag("race-timeline")
@JsModule("./race-timeline/race-timeline.ts")
public class RaceTimeline extends Component implements HasStyle, HasSize {

    /** Offers to go on from the shown step with something else; told of the step. */
    public Registration addBranchListener(ComponentEventListener<Branch> listener) {
        getElement().setAttribute("branches", true);
        return addListener(Branch.class, listener);
    }

    /** Somebody wants to go on from a step with something else. */
    @DomEvent("branch")
    public static class Branch extends ComponentEvent<RaceTimeline> {

        private final int step;

        public Branch(RaceTimeline source, boolean fromClient, @EventData("event.detail.step") int step) {
            super(source, fromClient);
            this.step = step;
        }

        /** The shown step, as the browser says; not checked. */
        public int step() {
            return step;
        }
    }
}
