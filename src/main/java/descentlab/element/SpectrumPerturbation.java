package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** What a change of c does to the minimizer of x'Mx/2 + c'x, in the {@link SpectrumLab} around it. */
@Tag("spectrum-perturbation")
@JsModule("./matrix-descent/spectrum-perturbation.ts")
public class SpectrumPerturbation extends Component {

    /** Shows it and does not say by what rule, where that is asked. */
    public SpectrumPerturbation unexplained() {
        getElement().setAttribute("unexplained", true);
        return this;
    }
}
