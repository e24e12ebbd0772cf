package descentlab.admission;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import com.vaadin.flow.server.communication.PushConnection;
import descentlab.client.Client;
import descentlab.client.Counters.Held;
import descentlab.client.PeopleSeen;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The pages that are open, each with the room it takes. Lets go of those that no browser ever showed, as with programs
 * that only fetch pages; of a session's oldest where it has too many; and, where others
 * wait for room, of those that have been silent for long.
 */
public final class AdmittedPages implements VaadinServiceInitListener {

    /** A request's attribute: the {@link AdmissionFilter.Room} of the page that it begins. */
    static final String ROOM = AdmissionFilter.Room.class.getName();

    private static final class Page {

        private final UI ui;
        private final long began = System.currentTimeMillis();
        private volatile boolean seen;

        Page(UI ui) {
            this.ui = ui;
        }

        /** Whether a browser shows it: as long as it does, it is connected for what we have to tell it. */
        boolean isLookedAt() {
            PushConnection push = ui.getInternals().getPushConnection();
            boolean now = push != null && push.isConnected();
            seen |= now;
            return now;
        }

        /** When it last was heard from. */
        long heard() {
            return Math.max(began, ui.getInternals().getLastHeartbeatTimestamp());
        }

        boolean wasNeverLookedAt(long now) {
            return !seen && now - began > Capacity.FIRST_SIGN.toMillis() && !isLookedAt();
        }

        /** One that is connected has not gone, however long nothing was to be said. */
        boolean silent(long now) {
            return now - heard() > Capacity.SILENT.toMillis() && !isLookedAt();
        }
    }

    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();
    private final PeopleSeen presence;

    AdmittedPages(PeopleSeen presence) {
        this.presence = presence;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::begins);
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(destroyed -> sessions.remove(destroyed.getSession()));
    }

    private void begins(UIInitEvent event) {
        UI ui = event.getUI();
        VaadinRequest request = VaadinRequest.getCurrent();
        Held room = request != null && request.getAttribute(ROOM) instanceof AdmissionFilter.Room asked
                ? asked.take()
                : () -> {}; // begun by other means than a request, as in tests
        Page page = new Page(ui);
        pages.add(page);
        ui.addDetachListener(detach -> {
            pages.remove(page);
            room.release();
        });
        VaadinSession session = ui.getSession();
        if (session.getUIs().size() > Capacity.PAGES_OF_SESSION) {
            pages.stream()
                    .filter(other -> other.ui.getSession() == session && other.ui != ui)
                    .min(Comparator.comparingLong(Page::heard))
                    .ifPresent(oldest -> close(session, oldest.ui));
        }
    }

    /** How many there are. */
    public int count() {
        return pages.size();
    }

    /** How many browsers have a session, with pages or not. */
    public int sessions() {
        return sessions.size();
    }

    /** Lets go of what nobody ever looked at, and tells who is there. */
    void tidy() {
        long now = System.currentTimeMillis();
        Set<VaadinSession> lookedAt = pages.stream()
                .filter(Page::isLookedAt)
                .map(page -> page.ui.getSession())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Client, Integer> people = new HashMap<>();
        lookedAt.forEach(session -> http(session, browser ->
                AwaitedPages.keep(browser).ifPresent(client -> people.merge(client, 1, Integer::sum))));
        presence.are(people);
        letGo(page -> page.wasNeverLookedAt(now));
        sessions.forEach(session -> http(session, AwaitedPages::tidy));
    }

    /** Whether somebody looks at a page of a session. */
    boolean isLookedAt(HttpSession session) {
        return pages.stream()
                .filter(Page::isLookedAt)
                .map(page -> page.ui.getSession())
                .anyMatch(vaadin -> vaadin != null && vaadin.getSession() != null && session.getId().equals(vaadin.getSession().getId()));
    }

    private static void http(VaadinSession session, Consumer<HttpSession> use) {
        if (session != null && session.getSession() instanceof WrappedHttpSession wrapped) {
            use.accept(wrapped.getHttpSession());
        }
    }

    /** Lets go of what has been silent for long. */
    void makeRoom() {
        long now = System.currentTimeMillis();
        letGo(page -> page.silent(now));
    }

    private void letGo(Predicate<Page> some) {
        pages.stream().filter(some).forEach(page -> {
            VaadinSession session = page.ui.getSession();
            if (session != null) {
                session.access(() -> {
                    // It may have come back, or gone with its session, while this waited for its turn.
                    if (page.ui.getSession() == session && some.test(page)) {
                        close(session, page.ui);
                    }
                });
            }
        });
    }

    private static void close(VaadinSession session, UI ui) {
        ui.close();
        // A request of its own that is being answered still needs it, and removes it at its end.
        if (UI.getCurrent() != ui || VaadinRequest.getCurrent() == null) {
            UI current = UI.getCurrent();
            UI.setCurrent(ui); // which Flow wants of whoever removes one
            try {
                session.removeUI(ui);
            } finally {
                UI.setCurrent(current);
            }
        }
    }
}
