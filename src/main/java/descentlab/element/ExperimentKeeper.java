package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.shared.Registration;

/** Tells when what a lab shows has rested for some seconds after a change, with a small picture of it. Shows nothing. */
@Tag("experiment-keeper")
@JsModule("./experiment-keeper/experiment-keeper.ts")
public class ExperimentKeeper extends Component {

    /** What is shown was changed by hand. */
    public void changed() {
        getElement().callJsFunction("changed");
    }

    /** A small picture of what is shown now, as a data: address; empty if there is none. */
    public PendingJavaScriptResult thumbnail() {
        return getElement().callJsFunction("thumbnail");
    }

    /** Called when a change has rested. */
    public Registration addRestListener(ComponentEventListener<ExperimentRested> listener) {
        return addListener(ExperimentRested.class, listener);
    }

    /** A change has rested. */
    @DomEvent("experiment-rested")
    public static class ExperimentRested extends ComponentEvent<ExperimentKeeper> {

        private final String thumbnail;

        public ExperimentRested(
                ExperimentKeeper source, boolean fromClient, @EventData("event.detail.thumbnail") String thumbnail) {
            super(source, fromClient);
            this.thumbnail = thumbnail;
        }

        /** A small picture, as the browser says; not checked. */
        public String getThumbnail() {
            return thumbnail;
        }
    }
}
