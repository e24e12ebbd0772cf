package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The effective learning rates of the first layer of a network in training as pictures, beside how often pixels are lit. Stands
 * within the chart whose run it is about; empty where nobody asked.
 */
@Tag("rate-maps")
@JsModule("./rate-maps/rate-maps.ts")
public class RateMaps extends Component implements HasStyle {}
