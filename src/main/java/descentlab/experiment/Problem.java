package descentlab.experiment;

import java.util.List;

/**
 * What is wrong with a request.
 *
 * @param parameter the parameter at fault
 * @param came what it held; shortened if long
 * @param allowed what it may hold
 * @param tooMuch true if it was well formed but asks for more work than is allowed
 * @param sentence the problem in a sentence or two, the same on a page and for a program
 */
public record Problem(String parameter, String came, String allowed, boolean tooMuch, String sentence) {

    private static final int SHOWN = 80;

    public Problem {
        parameter = shown(parameter);
        came = shown(came);
    }

    /** A problem said in the usual words. */
    public Problem(String parameter, String came, String allowed, boolean tooMuch) {
        this(
                parameter,
                came,
                allowed,
                tooMuch,
                (came.isEmpty() ? parameter + " is missing. " : parameter + " was '" + shown(came) + "'. ")
                        + request(allowed));
    }

    /** A parameter that is none of the known ones. */
    public static Problem unknown(String parameter, String came, List<String> known) {
        String allowed = "no such parameter; there are " + String.join(", ", known);
        return new Problem(parameter, came, allowed, false, "“" + shown(parameter) + "”: " + allowed + ".");
    }

    /** A well-formed experiment whose objective has no value, or no slope, where it starts. */
    static Problem undefined(String parameter, String came, String why) {
        String allowed = "another start, or an objective that is defined there";
        return new Problem(parameter, came, allowed, false, why + ". " + request(allowed));
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) > SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                : text;
    }

    /** What to type instead, as a request beside the field that holds the wrong value. */
    public static String request(String allowed) {
        return "Please give " + allowed + ".";
    }
}
