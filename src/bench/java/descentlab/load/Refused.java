package descentlab.load;

/** The server did not do what was asked of it; the message says what, for counting. */
@SuppressWarnings("serial")
public final class Refused extends Exception {

    public Refused(String message) {
        super(message);
    }
}
