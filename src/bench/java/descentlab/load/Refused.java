package descentlab.load;

/** The server did not do what was asked of it; the message says what, for counting. */
@SuppressWarnings("serial")
final class Refused extends Exception {

    Refused(String message) {
        super(message);
    }
}
