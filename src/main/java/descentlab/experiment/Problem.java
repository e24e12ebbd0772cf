package descentlab.experiment;

import java.util.List;

/**
 * What is wrong with a request.
 *
 * @param parameter the parameter at fault
 * @param came what it held; shortened if long
 * @param allowed what it may hold
 * @param tooMuch true if it was well formed but asks for more work than is allowed
 */
public record Problem(String parameter, String came, String allowed, boolean tooMuch) {

    private static final int SHOWN = 80;
    private static final String UNKNOWN = "no such parameter; there are ";

    public Problem {
        came = came.length() > SHOWN ? came.substring(0, SHOWN) + "…" : came;
    }

    /** A parameter that is none of the known ones. */
    static Problem unknown(String parameter, String came, List<String> known) {
        return new Problem(parameter, came, UNKNOWN + String.join(", ", known), false);
    }

    /** The problem in a sentence or two. */
    public String sentence() {
        if (allowed.startsWith(UNKNOWN)) {
            return "“" + parameter + "”: " + allowed + ".";
        }
        return (came.isEmpty() ? parameter + " is missing. " : parameter + " was '" + came + "'. ") + request(allowed);
    }

    /** What to type instead, as a request beside the field that holds the wrong value. */
    public static String request(String allowed) {
        return "Please give " + allowed + ".";
    }
}
