package descentlab.experiment;

import java.util.Optional;

/**
 * The one bound of a link: how long its query may be, as it is sent. It holds for the address bar, rooms, lessons,
 * exercises and data alike. Every experiment that the labs can say fits, but for typed numbers of needless digits; a
 * longer one travels in a body. See docs/decisions/0079-one-limit-of-a-link.md.
 */
public final class EncodedQuery {

    /** Most characters of an encoded query, without the question mark. */
    public static final int LONGEST = 4000;

    private EncodedQuery() {}

    /** Whether a query may stand in a link. */
    public static boolean fits(String query) {
        return query.length() <= LONGEST;
    }

    /** What is wrong with a query that does not fit; empty where it does. */
    public static Optional<Problem> tooLong(String query) {
        if (fits(query)) {
            return Optional.empty();
        }
        String came = query.length() + " characters";
        String allowed = "at most " + LONGEST + " characters after the question mark";
        return Optional.of(new Problem(
                "query",
                came,
                allowed,
                false,
                "This link is too long: its query has " + came + ", allowed are " + LONGEST
                        + ". A longer experiment can be sent as a form to the addresses of data."));
    }
}
