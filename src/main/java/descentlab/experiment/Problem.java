package descentlab.experiment;

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

    public Problem {
        came = came.length() > SHOWN ? came.substring(0, SHOWN) + "…" : came;
    }

    /** The problem in a sentence. */
    public String sentence() {
        return (came.isEmpty() ? parameter + " is missing" : parameter + " was '" + came + "'") + "; allowed: "
                + allowed + ".";
    }
}
