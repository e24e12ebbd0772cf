package descentlab.training;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Many descents one after the other, of which one wants to know little: rows for each, in the order of their numbers. */
abstract class Trips implements Series {

    private static final int STEPS_BETWEEN_LOOKS = 128;

    private final Trace trace;
    private final int total;
    private final int every;
    private int ended;
    private Trip trip;
    private boolean traveling;
    private Outcome outcome;

    /**
     * @param total how many descents
     * @param every after how many steps, and their multiples, there is a row beside that of the end
     */
    Trips(List<String> columns, int capacity, int total, int every) {
        this.trace = new Trace(columns, capacity, false);
        this.total = total;
        this.every = every;
    }

    Trips(Trips other) {
        trace = other.trace.copy();
        total = other.total;
        every = other.every;
        ended = other.ended;
        trip = other.trip == null ? null : other.trip.copy();
        traveling = other.traveling;
        outcome = other.outcome;
    }

    /**
     * Begins a descent.
     *
     * @param before the one before; null of the first
     */
    abstract Trip begin(int index, Trip before);

    /** Adds the row of a descent where it is now. */
    abstract void row(int index, Trip trip);

    @Override
    public boolean advance(BooleanSupplier over) {
        for (int left = STEPS_BETWEEN_LOOKS; outcome == null && left > 0; left--) {
            if (traveling) {
                left -= go(left);
            } else {
                trip = begin(ended, trip);
                traveling = true;
                look();
            }
        }
        return outcome != null;
    }

    /** Goes on to where the next row is, at most; says how many steps that were. */
    private int go(int most) {
        int before = trip.taken();
        trip.advance(Math.min(most, every - before % every));
        look();
        return trip.taken() - before;
    }

    private void look() {
        if (trip.over() || every < Integer.MAX_VALUE && trip.taken() % every == 0) {
            row(ended, trip);
        }
        if (trip.over()) {
            traveling = false;
            ended++;
            outcome = ended == total ? new Outcome.Finished() : null;
        }
    }

    @Override
    public void end(Outcome how) {
        if (outcome == null) {
            outcome = how;
        }
    }

    @Override
    public Trace trace() {
        return trace;
    }

    /** Descents that have ended. */
    @Override
    public long done() {
        return ended;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }
}
