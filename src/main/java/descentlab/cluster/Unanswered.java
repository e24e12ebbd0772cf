package descentlab.cluster;

/** No answer came from another server: it is gone, cut off, or slow. Whether it did what it was asked for is not known. */
public final class Unanswered extends RuntimeException {

    public Unanswered(String message) {
        super(message);
    }
}
