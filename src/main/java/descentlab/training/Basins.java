package descentlab.training;

import descentlab.objective.Minima;
import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import java.util.List;

/**
 * Where a method ends from each of a grid of starts, and how long it takes: a row for each start, in the order of the grid.
 * The end is the last finite point, as in the race from that start.
 */
public final class Basins extends Trips {

    /**
     * Columns of the start, of the end, of f there and of how it ended, of the minimum that the end is near (NaN if it is near
     * none or ran away), and of the step from which on f had first been at most the goal (NaN if it never was).
     */
    public static final List<String> COLUMNS =
            List.of("x1", "x2", "end1", "end2", "f", "outcome", "minimum1", "minimum2", "reached");

    /** Column of f. */
    public static final int F = 4;

    /** Column of how it ended: its number in {@link Outcome#NAMES}. */
    public static final int OUTCOME = 5;

    /** Column of the minimum's x1. */
    public static final int MINIMUM = 6;

    /** Column of the step. */
    public static final int REACHED = 8;

    private final StartGrid starts;
    private final Minima minima;
    private final long seed;
    private final Trip trip;

    /**
     * @param minima where it may end
     * @param steps how many steps each takes, at least 0
     * @param tolerance how far above the least of the minima the goal is, at least 0
     * @param noise deviation of the gradient noise, at least 0
     * @param seed of the noise, the same for every start
     */
    public Basins(
            Objective objective,
            Method method,
            StartGrid starts,
            Minima minima,
            int steps,
            double tolerance,
            double noise,
            long seed) {
        super(COLUMNS, starts.size(), starts.size(), Integer.MAX_VALUE);
        this.starts = starts;
        this.minima = minima;
        this.seed = seed;
        this.trip = new Trip(new Walk(objective, method, noise).reusable(), steps, minima.least() + tolerance);
    }

    private Basins(Basins other) {
        super(other);
        starts = other.starts;
        minima = other.minima;
        seed = other.seed;
        trip = other.trip.copy();
    }

    @Override
    Trip begin(int index, Trip before) {
        return (before == null ? trip : before).begin(starts.x1(index), starts.x2(index), seed);
    }

    @Override
    void row(int index, Trip ended) {
        Point minimum = ended.diverged() ? null : minima.near(ended.x1(), ended.x2());
        trace().add(
                starts.x1(index),
                starts.x2(index),
                ended.x1(),
                ended.x2(),
                ended.f(),
                ended.outcome(),
                minimum == null ? Double.NaN : minimum.x1(),
                minimum == null ? Double.NaN : minimum.x2(),
                ended.reached());
    }

    @Override
    public Basins copy() {
        return new Basins(this);
    }

    /** f at the last start's end. */
    @Override
    public double result() {
        return trace().last(F);
    }
}
