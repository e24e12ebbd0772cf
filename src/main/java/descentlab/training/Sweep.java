package descentlab.training;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.SweepSpec;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Final values of an objective over a range of learning rates, one descent a rate, all from the same start with the
 * same number of steps and the same noise: a row for each rate, by rising rate.
 */
public final class Sweep implements Series {

    /** How many rates by default. */
    public static final int POINTS = 41;

    /** How many rates at most: ten a decade over twenty decades, both ends included. */
    public static final int MOST_POINTS = 201;

    /** Columns of the rate, of the last finite value of the objective (NaN if there was none) and of how it ended. */
    public static final List<String> COLUMNS = List.of("lr", "f", "outcome");

    /** Column of the rate. */
    public static final int LR = 0;

    /** Column of the value. */
    public static final int F = 1;

    /** Column of how the descent ended: its number in {@link Outcome#NAMES}. */
    public static final int OUTCOME = 2;

    private static final int STEPS_BETWEEN_LOOKS = 128;

    private final Objective objective;
    private final SweepSpec spec;
    private final double[] rates;
    private final Point start;
    private final int steps;
    private final double noise;
    private final long seed;
    private final Trace trace;
    private Descent descent;
    private Outcome outcome;

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
        this.trace = new Trace(COLUMNS, rates.length, false);
    }

    private Sweep(Sweep other) {
        objective = other.objective;
        spec = other.spec;
        rates = other.rates;
        start = other.start;
        steps = other.steps;
        noise = other.noise;
        seed = other.seed;
        trace = other.trace.copy();
        descent = other.descent == null ? null : other.descent.copy();
        outcome = other.outcome;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        long left = STEPS_BETWEEN_LOOKS;
        while (outcome == null && left > 0) {
            if (descent == null) {
                descent = Descent.withoutHistory(objective, spec.at(rates[trace.rows()]), start, steps, noise, seed);
            }
            long before = descent.done();
            boolean ended = descent.advance((int) left);
            left -= Math.max(1, descent.done() - before);
            if (ended) {
                add(descent.result(), descent.outcome());
                descent = null;
                outcome = trace.rows() == rates.length ? new Outcome.Finished() : null;
            }
        }
        return outcome != null;
    }

    private void add(double f, Outcome how) {
        trace.add(rates[trace.rows()], f, Outcome.NAMES.indexOf(how.name()));
    }

    /** Ends it where it is: rates that were not tried have no value. */
    @Override
    public void end(Outcome how) {
        if (outcome == null) {
            while (trace.rows() < rates.length) {
                add(Double.NaN, how);
            }
            outcome = how;
        }
    }

    @Override
    public Trace trace() {
        return trace;
    }

    /** Rates tried so far. */
    @Override
    public long done() {
        return trace.rows();
    }

    /** Rates to try. */
    @Override
    public long total() {
        return rates.length;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public Sweep copy() {
        return new Sweep(this);
    }

    /** The value at the last rate. */
    @Override
    public double result() {
        return trace.last(F);
    }
}
