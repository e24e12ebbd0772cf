package descentlab.experiment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A query as it is sent, by the one rule that holds for the address bar, rooms, lessons, exercises and data alike.
 *
 * <p>It has one bound. Every experiment that the labs can say fits, but for typed numbers of needless digits; a longer
 * one travels in a body. See docs/decisions/0079-one-limit-of-a-link.md.
 *
 * <p>A + in it is a plus, as in {@code f=x1+x2} typed into an address bar, which sends it as it is. Only a program that
 * encodes a query as a form writes + for a space; that shows by what such programs encode besides and address bars do
 * not. See docs/decisions/0096-a-plus-in-a-link.md.
 */
public final class EncodedQuery {

    /** Most characters of an encoded query, without the question mark. */
    public static final int LONGEST = 4000;

    /** Brackets, commas and the like as a form has them, or an operator between two spaces. */
    private static final Pattern FORM =
            Pattern.compile("%2[89ACF]|%3[BD]|\\+(?:%2B|[-*/^])\\+", Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 80;

    private EncodedQuery() {}

    /** The same query with each + written as what it stands for, which all that decode queries read alike. */
    public static String plain(String query) {
        return query.indexOf('+') < 0 ? query : query.replace("+", FORM.matcher(query).find() ? "%20" : "%2B");
    }

    /**
     * The parameters in their order, decoded.
     *
     * @throws ExperimentException if something cannot be decoded
     */
    public static Map<String, List<String>> read(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : plain(query).split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!pair.isEmpty()) {
                parameters
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException incomplete) {
            String came = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
            String allowed = "two hexadecimal digits after each %";
            throw new ExperimentException(new Problem(
                    "query",
                    came,
                    allowed,
                    false,
                    "“" + came + "” cannot be decoded: in a link, two hexadecimal digits follow each %."));
        }
    }

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
