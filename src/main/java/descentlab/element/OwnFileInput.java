package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** Takes a CSV file, chosen, dropped or pasted; the browser gives it to the server beside this page. */
@Tag("own-file")
@JsModule("./own-file/own-file.ts")
public class OwnFileInput extends Component {

    /** Called for each file that the server keeps now. */
    public Registration addGivenListener(ComponentEventListener<Given> listener) {
        return addListener(Given.class, listener);
    }

    /** A file is kept. */
    @DomEvent("own-file")
    public static class Given extends ComponentEvent<OwnFileInput> {

        private final String key;

        public Given(OwnFileInput source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        /** What names it; as the browser says. */
        public String getKey() {
            return key;
        }
    }
}
