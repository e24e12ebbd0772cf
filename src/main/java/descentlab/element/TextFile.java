package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** A button by which somebody opens a text file of their computer; its text comes as any other input of the page does. */
@Tag("text-file")
@JsModule("./text-file/text-file.ts")
public class TextFile extends Component {

    /**
     * @param accept endings of files that are offered, such as .yaml,.yml
     * @param most bytes of a file
     */
    public TextFile(String label, String accept, int most) {
        getElement().setAttribute("label", label);
        getElement().setAttribute("accept", accept);
        getElement().setAttribute("most", String.valueOf(most));
    }

    /** Called for each file that was opened. */
    public Registration addReadListener(ComponentEventListener<Read> listener) {
        return addListener(Read.class, listener);
    }

    /** A file was opened. */
    @DomEvent("text-file")
    public static class Read extends ComponentEvent<TextFile> {

        private final String text;
        private final String refusal;

        public Read(
                TextFile source,
                boolean fromClient,
                @EventData("event.detail.text") String text,
                @EventData("event.detail.refusal") String refusal) {
            super(source, fromClient);
            this.text = text;
            this.refusal = refusal;
        }

        public String getText() {
            return text;
        }

        /** Why there is no text; empty if there is. */
        public String getRefusal() {
            return refusal;
        }
    }
}
