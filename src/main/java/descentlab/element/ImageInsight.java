package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Objects;

/**
 * What a network in training makes of pictures: accuracies, confusion matrix, garments it gets wrong, weights of its
 * first layer, and how each layer learns; all from the run's stream.
 */
@Tag("image-insight")
@JsModule("./image-insight/image-insight.ts")
public class ImageInsight extends Component implements HasStyle {

    /** Whether only how each layer learns is shown. */
    public void setOnlyLayers(boolean only) {
        getElement().setAttribute("only-layers", only);
    }

    /** Shows the run of that id from its beginning, in place of the one shown so far. */
    public void setRun(String id) {
        getElement().setAttribute("run", "stream/runs/" + Objects.requireNonNull(id, "id"));
    }
}
