package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Condition numbers of a matrix and its rescaled twin, in the {@link SpectrumLab} around it. */
@Tag("spectrum-facts")
@JsModule("./spectrum-facts/spectrum-facts.ts")
public class SpectrumFacts extends Component {

    /** Has it be seen from afar: the condition numbers alone, and what they mean. */
    public SpectrumFacts wall() {
        getElement().setAttribute("wall", true);
        return this;
    }
}
