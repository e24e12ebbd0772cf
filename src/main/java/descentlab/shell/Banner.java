package descentlab.shell;

import com.vaadin.flow.component.Component;

/** Makes what stands under the header of every page while there is something to tell: a bean for each that there is. */
public interface Banner {

    /** One for a page's frame; invisible while it has nothing to tell. */
    Component make();
}
