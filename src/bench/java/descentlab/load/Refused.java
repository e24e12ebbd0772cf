package descentlab.load;

/** The server did not do what was asked of it; the message says what, for counting. */
@SuppressWarnings("serial")
public final class Refused extends Exception {

    private final boolean unanswered;

    public Refused(String message) {
        this(message, false);
    }

    private Refused(String message, boolean unanswered) {
        super(message);
        this.unanswered = unanswered;
    }

    /** A request that got no answer since its connection was lost. */
    static Refused unanswered(String message) {
        return new Refused(message, true);
    }

    /** Whether there was no answer at all, so that a browser sends the same again. */
    boolean isUnanswered() {
        return unanswered;
    }
}
