package descentlab.shell;

import com.vaadin.flow.component.Component;
import java.util.List;

/** A view that puts buttons (share, export) at the right of the header while it is shown. */
public interface HasHeaderActions {

    /** The components to show, in reading order; asked for once each time the view is shown. */
    List<Component> headerActions();
}
