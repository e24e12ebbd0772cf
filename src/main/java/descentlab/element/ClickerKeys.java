package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/**
 * Keys by which a prepared lecture is turned: what a presenter's clicker sends, anywhere on the page, and the arrow keys to the
 * right and left where nothing else wants them.
 */
@Tag("clicker-keys")
@JsModule("./clicker-keys/clicker-keys.ts")
public class ClickerKeys extends Component {

    /** Called for each press. */
    public Registration addTurnListener(ComponentEventListener<Turn> listener) {
        return addListener(Turn.class, listener);
    }

    /** A key was pressed. */
    @DomEvent("clicker")
    public static class Turn extends ComponentEvent<ClickerKeys> {

        private final boolean back;

        public Turn(ClickerKeys source, boolean fromClient, @EventData("event.detail.back") boolean back) {
            super(source, fromClient);
            this.back = back;
        }

        /** Whether back, rather than on. */
        public boolean isBack() {
            return back;
        }
    }
}
