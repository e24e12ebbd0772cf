package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Two arrows whose lengths and distance an orthogonal matrix leaves alone. */
@Tag("distance-panel")
@JsModule("./distance-panel/distance-panel.ts")
public class DistancePanel extends Component {

    /** Does not say why, where that is asked. */
    public DistancePanel unexplained() {
        getElement().setAttribute("unexplained", true);
        return this;
    }
}
