package descentlab.training;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import java.util.OptionalDouble;

/** Looks for a learning rate of the stage in which a descent diverged, at which it does not, by trying. */
final class StableRate {

    private static final int HALVINGS = 40;
    private static final int MOST_STEPS = 200_000;

    private final Objective objective;
    private final Method method;
    private final int stage;
    private final Optimizer optimizer;
    private final Point start;
    private final int steps;
    private final double noise;
    private final long seed;
    private double lr;
    private int halvings;
    private int budget = MOST_STEPS;
    private double rate;
    private Descent trial;
    private OptionalDouble found = OptionalDouble.empty();

    StableRate(Objective objective, Method method, int stage, Point start, int steps, double noise, long seed) {
        this.objective = objective;
        this.method = method;
        this.stage = stage;
        this.optimizer = method.stages().get(stage).optimizer();
        this.start = start;
        this.steps = steps;
        this.noise = noise;
        this.seed = seed;
        this.lr = optimizer.lr();
    }

    /**
     * Looks on for some steps at most.
     *
     * @return true once the search is over
     */
    boolean advance(int most) {
        if (trial == null) {
            if (halvings == HALVINGS || budget < steps) {
                return true;
            }
            halvings++;
            lr /= 2;
            rate = StabilityBound.twoDigits(lr);
            Method tried = method.with(stage, Optimizers.of(optimizer).withRate(optimizer, rate));
            trial = Descent.withoutHistory(objective, tried, start, steps, noise, seed);
        }
        if (trial.advance(most)) {
            if (!(trial.outcome() instanceof Outcome.Diverged)) {
                found = OptionalDouble.of(rate);
                return true;
            }
            budget -= (int) trial.done();
            trial = null;
        }
        return false;
    }

    /**
     * The first rate of lr/2, lr/4, ..., rounded to two digits, at which the same descent does not diverge; empty if
     * none was found with bounded work.
     */
    OptionalDouble rate() {
        return found;
    }
}
