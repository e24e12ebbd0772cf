package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * What a network in training makes of pictures: accuracies, confusion matrix, garments it gets wrong, weights of its
 * first layer, and how each layer learns. Stands within the chart whose run it is about.
 */
@Tag("image-insight")
@JsModule("./image-insight/image-insight.ts")
public class ImageInsight extends Component implements HasStyle {

    /** Whether only how each layer learns is shown. */
    public void setOnlyLayers(boolean only) {
        getElement().setAttribute("only-layers", only);
    }
}
