package descentlab.controls;

import com.vaadin.flow.server.VaadinSession;

/** Who asks for a run: the browser's session, the same that its plain requests come with. */
public final class RunOwner {

    private RunOwner() {}

    /** The owner of runs started from the current page. */
    public static Object current() {
        return VaadinSession.getCurrent().getSession().getId();
    }
}
