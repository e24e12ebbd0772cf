package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Objects;

/** The mark of an optimizer's run as on every plot; a picture only, to stand beside the optimizer's name. */
@Tag("descent-marker")
@JsModule("./descent-marker/descent-marker.ts")
public class Marker extends Component implements HasStyle, HasSize {

    /** The mark of the optimizer of that name, as in its spec: {@code adagrad}, {@code torch.adagrad}. */
    public Marker(String optimizer) {
        setOptimizer(optimizer);
    }

    public void setOptimizer(String optimizer) {
        getElement().setAttribute("optimizer", Objects.requireNonNull(optimizer, "optimizer"));
    }

    /** How many runs of the same optimizer come before this one: each has a mark and a line of its own. */
    public void setAppearance(int appearance) {
        getElement().setAttribute("appearance", String.valueOf(appearance));
    }

    /** Shows a piece of the run's line too. */
    public void setLine(boolean line) {
        getElement().setAttribute("line", line);
    }
}
