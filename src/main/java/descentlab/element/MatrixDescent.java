package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Gradient descent on the quadratic of a matrix in four coordinates, in the {@link SpectrumLab} around it. */
@Tag("matrix-descent")
@JsModule("./matrix-descent/matrix-descent.ts")
public class MatrixDescent extends Component {}
