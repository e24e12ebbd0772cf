package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * Two {@link Race}s inside it that go by one {@link RaceTimeline} inside it, which stands in neither of them; and a table of
 * what f comes to in each.
 */
@Tag("race-pair")
@NpmPackage(value = "@lit/context", version = "1.1.6")
@JsModule("./race-pair/race-pair.ts")
public class RacePair extends Component implements HasComponents {
}
