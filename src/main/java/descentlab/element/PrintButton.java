package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Prints the page, once all that comes only when one comes near it has come. */
@Tag("print-button")
@JsModule("./paper/print-button.ts")
public class PrintButton extends Component {

    public PrintButton(String label) {
        getElement().setAttribute("label", label);
    }
}
