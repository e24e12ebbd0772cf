package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Two arrows whose distance an orthogonal matrix leaves alone. */
@Tag("distance-panel")
@JsModule("./distance-panel/distance-panel.ts")
public class DistancePanel extends Component {}
