package descentlab.run;

/** A computation that somebody waits for failed, which is our fault. The pool has logged it. */
public final class ComputationFailed extends RuntimeException {

    ComputationFailed(Throwable cause) {
        super("a computation failed", cause);
    }
}
