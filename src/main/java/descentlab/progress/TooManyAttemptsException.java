package descentlab.progress;

/** A learner has sent more answers than are kept, or a client brings more learners than are let in. */
public final class TooManyAttemptsException extends RuntimeException {

    TooManyAttemptsException(String message) {
        super(message);
    }

    TooManyAttemptsException() {
        super("You have sent " + Progress.MOST_ATTEMPTS + " answers, the most that are kept.");
    }
}
