package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Plays a race, steps through it and rewinds it, all in the browser. Works inside a {@link Race}. */
@Tag("race-timeline")
@JsModule("./race-timeline/race-timeline.ts")
public class RaceTimeline extends Component implements HasStyle, HasSize {
}
