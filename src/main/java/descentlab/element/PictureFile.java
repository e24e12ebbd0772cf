package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/** A button by which somebody opens a picture of their computer; the browser makes it small enough. */
@Tag("picture-file")
@JsModule("./picture-file/picture-file.ts")
public class PictureFile extends Component {

    /** @param most characters of the picture's data address */
    public PictureFile(String label, int most) {
        getElement().setAttribute("label", label);
        getElement().setAttribute("most", String.valueOf(most));
    }

    /** Called for each picture that was opened. */
    public Registration addReadListener(ComponentEventListener<Read> listener) {
        return addListener(Read.class, listener);
    }

    /** A picture was opened. */
    @DomEvent("picture-file")
    public static class Read extends ComponentEvent<PictureFile> {

        private final String picture;
        private final String refusal;

        public Read(
                PictureFile source,
                boolean fromClient,
                @EventData("event.detail.picture") String picture,
                @EventData("event.detail.refusal") String refusal) {
            super(source, fromClient);
            this.picture = picture;
            this.refusal = refusal;
        }

        /** Its data address. */
        public String getPicture() {
            return picture;
        }

        /** Why there is no picture; empty if there is. */
        public String getRefusal() {
            return refusal;
        }
    }
}
