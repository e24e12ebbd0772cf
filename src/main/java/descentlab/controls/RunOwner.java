package descentlab.controls;

import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import descentlab.client.Client;
import descentlab.client.Requester;

/** Who asks for a run: the browser's session, the same that its plain requests come with. */
public final class RunOwner {

    private RunOwner() {}

    /**
     * The owner of runs started from the current page.
     *
     * @throws UIDetachedException if its session has just ended
     */
    public static Requester current() {
        VaadinSession session = VaadinSession.getCurrent();
        WrappedSession browser = session.getSession();
        if (browser == null) {
            throw new UIDetachedException("the session has ended");
        }
        return new Requester(browser.getId(), client(session));
    }

    /** Where the current request comes from; where the server acts by itself, where the session was begun. */
    private static Client client(VaadinSession session) {
        VaadinRequest request = VaadinRequest.getCurrent();
        return Client.of(request != null ? request.getRemoteAddr() : session.getBrowser().getAddress());
    }
}
