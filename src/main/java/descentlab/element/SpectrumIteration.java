package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Power iteration and QR steps on the matrix of the {@link SpectrumLab} around it, to be watched. */
@Tag("spectrum-iteration")
@JsModule("./spectrum-iteration/spectrum-iteration.ts")
public class SpectrumIteration extends Component {}
