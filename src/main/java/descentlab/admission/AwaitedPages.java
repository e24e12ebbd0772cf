package descentlab.admission;

import descentlab.client.Client;
import descentlab.client.Counters.Held;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * In a session for as long as it lasts: its own room, and that of pages that were sent to the browser and have not
 * begun there yet. A session in which no page ever begins is a program's, and ends soon.
 */
final class AwaitedPages implements HttpSessionBindingListener {

    private static final String NAME = AwaitedPages.class.getName();

    /** A page sent, with the room that it will take. */
    private record Awaited(Held room, long nanos) {
        boolean late() {
            return System.nanoTime() - nanos > Capacity.FIRST_SIGN.toNanos();
        }
    }

    private final HttpSession session;
    private final Held room;
    private final Client client;
    private final Newcomers newcomers;
    private final int usualSeconds;
    private final Deque<Awaited> pages = new ArrayDeque<>();
    private boolean over;

    private AwaitedPages(HttpSession session, Held room, Client client, Newcomers newcomers) {
        this.session = session;
        this.room = room;
        this.client = client;
        this.newcomers = newcomers;
        this.usualSeconds = session.getMaxInactiveInterval();
    }

    /** Notes a client's new session, with its room. */
    static void begin(HttpSession session, Held room, Client client, Newcomers newcomers) {
        AwaitedPages awaited = new AwaitedPages(session, room, client, newcomers);
        session.setAttribute(NAME, awaited);
        session.setMaxInactiveInterval((int) Capacity.FIRST_SIGN.toSeconds());
        newcomers.add(awaited);
    }

    HttpSession session() {
        return session;
    }

    /** Whose session it is. */
    Client client() {
        return client;
    }

    /** Ends the session. */
    void end() {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // as is wanted
        }
    }

    /** Keeps room for a page of that session; false if there is no session that it could begin in. */
    static boolean add(HttpSession session, Held room) {
        AwaitedPages awaited = of(session);
        return awaited != null && awaited.add(room);
    }

    /** The room that was kept for a page which begins now; null if there is none. */
    static Held take(HttpSession session) {
        AwaitedPages awaited = of(session);
        return awaited == null ? null : awaited.next();
    }

    /** Has a session last as long as usual, since somebody looks at a page of it; says whose it is. */
    static Optional<Client> keep(HttpSession session) {
        AwaitedPages awaited = of(session);
        if (awaited != null && session.getMaxInactiveInterval() == Capacity.FIRST_SIGN.toSeconds()) {
            session.setMaxInactiveInterval(awaited.usualSeconds);
            awaited.newcomers.remove(awaited);
        }
        return Optional.ofNullable(awaited).map(AwaitedPages::client);
    }

    /** Gives up the room of pages that have not begun in time. */
    static void tidy(HttpSession session) {
        AwaitedPages awaited = of(session);
        if (awaited != null) {
            awaited.releaseLate();
        }
    }

    static AwaitedPages of(HttpSession session) {
        try {
            return session == null ? null : (AwaitedPages) session.getAttribute(NAME);
        } catch (IllegalStateException ended) {
            return null;
        }
    }

    private synchronized boolean add(Held room) {
        if (over) {
            return false;
        }
        releaseLate();
        if (pages.size() >= Capacity.PAGES_OF_SESSION) {
            pages.removeFirst().room().release();
        }
        pages.addLast(new Awaited(room, System.nanoTime()));
        return true;
    }

    private synchronized Held next() {
        return pages.isEmpty() ? null : pages.removeLast().room();
    }

    private synchronized void releaseLate() {
        while (!pages.isEmpty() && pages.getFirst().late()) {
            pages.removeFirst().room().release();
        }
    }

    @Override
    public synchronized void valueUnbound(HttpSessionBindingEvent event) {
        over = true;
        pages.forEach(page -> page.room().release());
        pages.clear();
        room.release();
        newcomers.remove(this);
    }
}
