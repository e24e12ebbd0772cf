package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;

/**
 * Why a step went where it went, in words and by its formula with the numbers put in; the surface beside it then draws
 * the step's arrows. Works inside a {@link Race} that is given its query.
 */
@Tag("step-anatomy")
@CssImport("./step-anatomy/step-anatomy.css")
@JsModule("./step-anatomy/step-anatomy.ts")
@Uses(Formula.class)
public class StepAnatomy extends Component implements HasStyle, HasSize {
}
