package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Two {@link TrainingChart}s anywhere inside it, on the same axes. */
@Tag("training-pair")
@JsModule("./training-pair/training-pair.ts")
public class TrainingPair extends Component implements HasComponents {
}
