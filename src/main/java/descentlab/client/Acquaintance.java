package descentlab.client;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Knows some of those who ask, by what their browser brings along. Where there is little room left, they go before
 * strangers. A room that keeps something of people is one; it may look into the database, and is asked only then.
 */
@FunctionalInterface
public interface Acquaintance {

    /**
     * Who has come, if they are known.
     *
     * @return a name that is theirs alone, so that what they hold can be counted; null if they are not known
     */
    String recognize(HttpServletRequest request);
}
