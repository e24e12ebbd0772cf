package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Chooses discs and runs M(t) = D + t(M-D) in the planes of the {@link SpectrumLab} around it. */
@Tag("homotopy-control")
@JsModule("./spectrum-plane/homotopy-control.ts")
public class HomotopyControl extends Component {

    /** Only says how far it is, for who follows; nothing at the matrix itself. */
    public HomotopyControl still() {
        getElement().setAttribute("still", true);
        return this;
    }
}
