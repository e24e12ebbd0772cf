package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The loss around the paths of a network's optimizers: a slice of it with the paths on it, how far off it they are, a random walk beside
 * them, and straight lines between their ends. Stands within the chart whose run it is about; empty where nobody asked.
 */
@Tag("landscape-panel")
@JsModule("./landscape-panel/landscape-panel.ts")
public class LandscapePanel extends Component implements HasStyle {}
