package descentlab.training;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.SweepSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Final values of an objective over a range of learning rates, one descent a rate, all from the same start with the
 * same number of steps and the same noise. It advances in slices, so that many can take turns on a core.
 */
public final class Sweep {

    /** How many rates by default. */
    public static final int POINTS = 41;

    /** How many rates at most: ten a decade over twenty decades, both ends included. */
    public static final int MOST_POINTS = 201;

    /** How a rate fared: the last finite value of the objective (NaN if there was none) and how the descent ended. */
    public record Result(double lr, double f, Outcome outcome) {}

    private final Objective objective;
    private final SweepSpec spec;
    private final double[] rates;
    private final Point start;
    private final int steps;
    private final double noise;
    private final long seed;
    private final List<Result> results = new ArrayList<>();
    private Descent descent;

    /**
     * @param points how many rates, from 2 to {@link #MOST_POINTS}
     * @param steps how many steps each descent takes, at least 0
     * @param noise deviation of the gradient noise, at least 0
     * @param seed of the noise
     */
    public Sweep(
            Objective objective,
            SweepSpec spec,
            int points,
            Point start,
            int steps,
            double noise,
            long seed) {
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException("a sweep has at most " + MOST_POINTS + " points, got " + points);
        }
        this.objective = objective;
        this.spec = spec;
        this.rates = spec.rates(points);
        this.start = start;
        this.steps = steps;
        this.noise = noise;
        this.seed = seed;
    }

    /**
     * Takes some steps, at about whose number it stops.
     *
     * @return true once every rate has been tried
     */
    public boolean advance(int most) {
        long left = most;
        while (results.size() < rates.length) {
            double lr = rates[results.size()];
            if (descent == null) {
                descent = Descent.withoutHistory(objective, spec.at(lr), start, steps, noise, seed);
            }
            int before = descent.step();
            boolean ended = descent.advance((int) Math.max(1, left));
            left -= descent.step() - before;
            if (ended) {
                results.add(new Result(lr, lastValue(descent.trace()), descent.outcome()));
                descent = null;
            }
            if (left <= 0) {
                break;
            }
        }
        return results.size() == rates.length;
    }

    private static double lastValue(Trace trace) {
        return trace.rows() == 0 ? Double.NaN : trace.at(trace.rows() - 1, Trace.F);
    }

    /** Results so far, by rising rate. */
    public List<Result> results() {
        return List.copyOf(results);
    }
}
