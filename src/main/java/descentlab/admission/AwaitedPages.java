package descentlab.admission;

import descentlab.client.Counters.Held;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

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

    private final Held session;
    private final int usualSeconds;
    private final Deque<Awaited> pages = new ArrayDeque<>();
    private boolean over;

    private AwaitedPages(Held session, int usualSeconds) {
        this.session = session;
        this.usualSeconds = usualSeconds;
    }

    /** Notes a new session, with its room. */
    static void begin(HttpSession session, Held room) {
        session.setAttribute(NAME, new AwaitedPages(room, session.getMaxInactiveInterval()));
        session.setMaxInactiveInterval((int) Capacity.FIRST_SIGN.toSeconds());
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

    /** Has a session last as long as usual, since somebody looks at a page of it. */
    static void keep(HttpSession session) {
        AwaitedPages awaited = of(session);
        if (awaited != null && session.getMaxInactiveInterval() == Capacity.FIRST_SIGN.toSeconds()) {
            session.setMaxInactiveInterval(awaited.usualSeconds);
        }
    }

    /** Gives up the room of pages that have not begun in time. */
    static void tidy(HttpSession session) {
        AwaitedPages awaited = of(session);
        if (awaited != null) {
            awaited.releaseLate();
        }
    }

    private static AwaitedPages of(HttpSession session) {
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
        session.release();
    }
}
