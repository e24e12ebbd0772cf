package descentlab.progress;

/** A learner has sent more answers than are kept. */
public final class TooManyAttemptsException extends RuntimeException {

    TooManyAttemptsException() {
        super("You have sent " + Progress.MOST_ATTEMPTS + " answers, the most that are kept.");
    }
}
