package descentlab.progress;

/**
 * How far a learner is with a part.
 *
 * @param status whether it is done
 * @param hints how many were asked for
 * @param attempts how many answers were judged
 * @param answer the last one, as text, or empty
 */
public record PartProgress(Status status, int hints, int attempts, String answer) {

    /** Whether a part is done. */
    public enum Status {
        OPEN,
        SOLVED,
        /** A prediction that was made, and the run came otherwise. */
        OTHERWISE,
        /** Given up: the solution was shown before it was solved. */
        SHOWN;

        /** What an answer makes of an ordinary part. */
        public static Status after(boolean right) {
            return right ? SOLVED : OPEN;
        }
    }

    /** Nothing yet. */
    public static final PartProgress NONE = new PartProgress(Status.OPEN, 0, 0, "");

    /** Whether there is nothing left to do. */
    public boolean done() {
        return status != Status.OPEN;
    }

    public boolean solved() {
        return status == Status.SOLVED;
    }
}
