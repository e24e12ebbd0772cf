package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Says which step of the race is shown, for who cannot change it. Works inside a {@link Race}. */
@Tag("race-step")
@JsModule("./race-step/race-step.ts")
public class RaceStep extends Component implements HasStyle {
}
