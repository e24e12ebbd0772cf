package descentlab.training;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import java.util.List;

/**
 * The same descent under many noises, seed after seed: rows of where it is, from step 0 on every so many steps, and at its
 * end. One that ran away ends with its last finite point.
 */
public final class NoiseCloud extends Trips {

    /** Columns of the noise's seed, of the step, of the point, of f there, and of how the descent has ended by then. */
    public static final List<String> COLUMNS = List.of("seed", "step", "x1", "x2", "f", "outcome");

    /** Column of f. */
    public static final int F = 4;

    /** Column of how it ended, at its last row: its number in {@link Outcome#NAMES}; NaN before. */
    public static final int OUTCOME = 5;

    private final Point start;
    private final long seed;
    private final Trip trip;

    /**
     * @param steps how many steps each descent takes, at least 0
     * @param noise deviation of the gradient noise, above 0
     * @param seed of the first; the others' follow it
     * @param seeds how many
     * @param every steps between two rows, at least 1
     */
    public NoiseCloud(
            Objective objective, Method method, Point start, int steps, double noise, long seed, int seeds, int every) {
        super(COLUMNS, rows(steps, seeds, every), seeds, every);
        this.start = start;
        this.seed = seed;
        this.trip = new Trip(new Walk(objective, method, noise).reusable(), steps, Double.NEGATIVE_INFINITY);
    }

    private NoiseCloud(NoiseCloud other) {
        super(other);
        start = other.start;
        seed = other.seed;
        trip = other.trip.copy();
    }

    /** How many rows there are at most. */
    public static int rows(int steps, int seeds, int every) {
        return seeds * (steps / every + 2);
    }

    @Override
    Trip begin(int index, Trip before) {
        return (before == null ? trip : before).begin(start.x1(), start.x2(), seed + index);
    }

    @Override
    void row(int index, Trip now) {
        trace().add(
                seed + index, now.taken(), now.x1(), now.x2(), now.f(), now.over() ? now.outcome() : Double.NaN);
    }

    @Override
    public NoiseCloud copy() {
        return new NoiseCloud(this);
    }

    /** f of the last row. */
    @Override
    public double result() {
        return trace().last(F);
    }
}
