package descentlab.run;

/** More was asked than the quotas allow; the message says what and what to do. */
public final class TooBusyException extends RuntimeException {

    TooBusyException(String message) {
        super(message);
    }
}
