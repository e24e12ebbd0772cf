package descentlab.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Has each session count its pages from a number of its own. Flow counts from 0 in all, and takes what a page of an earlier
 * session says, as after a restart, for said by the new session's page of the same number: that one's push connection is
 * given up when the old page's is, though it stands, and the page hears nothing more until it is loaded anew. With numbers
 * of its own the old page is one that the session does not know.
 */
@Component
class PageNumbers implements VaadinServiceInitListener {

    private static final int MOST = 100_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> begin(start.getSession()));
    }

    /** Takes some numbers that no page gets, as there is no other way to begin later. */
    private static void begin(VaadinSession session) {
        for (int left = ThreadLocalRandom.current().nextInt(MOST); left > 0; left--) {
            session.getNextUIid();
        }
    }
}
