package descentlab.admission;

import descentlab.client.Allowance;
import descentlab.client.Share;
import java.time.Duration;

/**
 * What the server has room for. A page is counted from the request that asks for it, since its session is made then.
 *
 * @param pages most pages that all have open together
 * @param sessions most sessions
 */
record Capacity(int pages, int sessions) {

    /**
     * Bytes of an open page with what belongs to it, those of a lab: 91 kB are the first page's, 148 the surface lab's, 277
     * the lesson's and those of a student's seat with the room's stream ({@code ./lab pages}), of which streams have a
     * share of their own.
     */
    private static final int PAGE = 150 << 10;

    /** A session without its pages is an eighth of a page; those whose pages were closed are kept for a while. */
    private static final int SESSIONS_PER_PAGE = 3;

    /** Strangers leave a sixth to those who are known. */
    private static final int RESERVE = 6;

    /** However full it is, everybody gets a few, so that one who has the most of all shuts nobody out. */
    private static final int SURELY = 4;

    /** One who is known holds no more than that before they count as a stranger. */
    static final int OF_ONE_KNOWN = 24;

    /** Most pages that a browser has open. */
    static final int PAGES_OF_SESSION = 20;

    /** How long a page may take until somebody looks at it. */
    static final Duration FIRST_SIGN = Duration.ofSeconds(50);

    /**
     * How long a session is safe in which nobody looks at a page yet: the page is still being loaded, by a slow network or
     * past connections that are lost. The pace of new ones bounds how many are.
     */
    static final Duration LOADING = Duration.ofSeconds(25);

    /** How long a page may be silent where others wait; it says that it is there every five minutes. */
    static final Duration SILENT = Duration.ofMinutes(11);

    /**
     * A large class opens its first pages at once; what its browsers open later is in sessions that they have. Of each server,
     * as the pages are.
     */
    static final Allowance PACE = new Allowance("new pages", 250, 5).ofEachServer();

    /** The same for those who go first, since they are known or have waited. */
    static final Allowance PACE_OF_FIRST = new Allowance("new pages of those who go first", 300, 10).ofEachServer();

    /** Who has waited in the line is let in once for it, by the server whose line it is. */
    static final Allowance ONCE = new Allowance("places in the line", 1, 1.0 / Line.KEPT.toSeconds()).ofEachServer();

    /** How often it is looked up whether somebody is known, where there is little room. */
    static final Allowance LOOK_UPS = new Allowance("look-ups of known", 200, 10);

    /** For so many bytes. */
    static Capacity of(long bytes) {
        int pages = (int) Math.clamp(bytes / PAGE, 50, 20_000);
        return new Capacity(pages, SESSIONS_PER_PAGE * pages);
    }

    Share pagesOfStrangers() {
        return new Share("pages", pages - pages / RESERVE, pages, SURELY);
    }

    Share pagesOfKnown() {
        return new Share("pages", pages, pages, pages);
    }

    Share sessionsOfStrangers() {
        return new Share("sessions", sessions - sessions / RESERVE, sessions, SURELY);
    }

    Share sessionsOfKnown() {
        return new Share("sessions", sessions, sessions, sessions);
    }

    static Share pagesOfOne() {
        return Share.each("pages of one", OF_ONE_KNOWN);
    }
}
