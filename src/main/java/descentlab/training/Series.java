package descentlab.training;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One optimizer's way through a task: rows of named columns that only ever grow in number, and an outcome in the end. It
 * advances in pieces, so that many can take turns on few cores; what it computes does not depend on where pieces end.
 * Not thread-safe: whoever drives it pauses it by not calling it.
 */
public interface Series {

    /** Its rows so far. */
    Trace trace();

    /** Steps taken, or examples seen, so far. */
    long done();

    /** Steps or examples there are in all. */
    long total();

    /**
     * Goes on for a piece of a millisecond or two on a slow core. Does nothing once it has ended.
     *
     * @param over whether to come back; where a piece has parts it is asked between them, by all threads that help
     * @return true once it has ended
     */
    boolean advance(BooleanSupplier over);

    /** Goes on to the end; says how that was. */
    default Outcome finish() {
        while (!advance(() -> false)) {
            // on
        }
        return outcome();
    }

    /** Whether it is within something that it shares with its siblings: then none of them may go on before it. */
    default boolean midway() {
        return false;
    }

    /** How it ended, null until then. */
    Outcome outcome();

    /** Ends it where it is; does nothing once it has ended. */
    void end(Outcome outcome);

    /**
     * One that goes on from here to the same rows, bit for bit but for the seconds: with what the optimizer remembers,
     * its clock, its random numbers and the order of the examples. What one does is nothing to the other.
     *
     * @throws IllegalStateException if it is {@link #midway}
     */
    Series copy();

    /** The number that one asks for in the end, NaN before there is any. */
    double result();

    /** Seconds spent in training so far, without evaluation and without waiting; NaN where nobody counts. */
    default double seconds() {
        return Double.NaN;
    }

    /** Seconds an epoch takes, as far as can be said; NaN before the first batch, and where there are none. */
    default double secondsPerEpoch() {
        return Double.NaN;
    }

    /** What was fitted, by name, as it was at the last row; empty where nothing was. */
    default Map<String, double[]> fitted() {
        return Map.of();
    }

    /** The share of all that several are to do that they have done, 0 to 1; what has ended counts as whole. */
    static double share(List<? extends Series> series) {
        return series.stream()
                .mapToDouble(each -> each.outcome() == null ? (double) each.done() / each.total() : 1)
                .average()
                .orElse(0);
    }
}
