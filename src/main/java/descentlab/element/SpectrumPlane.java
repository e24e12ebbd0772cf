package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Eigenvalues and Gerschgorin's discs in the complex plane, of a matrix in the {@link SpectrumLab} around it. */
@Tag("spectrum-plane")
@JsModule("./spectrum-plane/spectrum-plane.ts")
public class SpectrumPlane extends Component {

    /** Which matrix is drawn. */
    public enum Side {
        /** The matrix itself; its disc centers can be dragged. */
        GIVEN("given"),
        /** The matrix rescaled by its diagonal. */
        RESCALED("rescaled");

        private final String name;

        Side(String name) {
            this.name = name;
        }
    }

    /** A plane under a heading, with a formula beside it. */
    public SpectrumPlane(Side side, String heading, Formula formula) {
        getElement().appendChild(formula.getElement());
        getElement().setAttribute("side", side.name);
        getElement().setAttribute("heading", heading);
    }

    /** Has the matrix stay as it is given: nothing in the plane can be dragged. */
    public SpectrumPlane still() {
        getElement().setAttribute("still", true);
        return this;
    }

    /** Has it be seen from afar: nothing is to be pressed, and its numbers in a table are left out. */
    public SpectrumPlane wall() {
        getElement().setAttribute("wall", true);
        return still();
    }

    /** Shows the discs alone, without eigenvalues and without a number. */
    public SpectrumPlane onlyDiscs() {
        getElement().setAttribute("only-discs", true);
        return this;
    }
}
