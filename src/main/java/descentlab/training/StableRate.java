package descentlab.training;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import java.util.OptionalDouble;

/** Looks for a learning rate at which a descent that diverged does not, by trying. */
final class StableRate {

    private static final int HALVINGS = 40;
    private static final int MOST_STEPS = 200_000;

    private StableRate() {}

    /**
     * The first rate of lr/2, lr/4, ..., rounded to two digits, at which the same descent does not diverge; empty if
     * none is found with bounded work.
     */
    static OptionalDouble below(
            Objective objective, Optimizer optimizer, Point start, int steps, double noise, long seed) {
        OptimizerKind kind = Optimizers.of(optimizer);
        int budget = MOST_STEPS;
        double lr = optimizer.lr();
        for (int i = 0; i < HALVINGS && budget >= steps; i++) {
            lr /= 2;
            double rate = StabilityBound.twoDigits(lr);
            Optimizer slower = kind.withRate(optimizer, rate);
            Descent trial = Descent.withoutHistory(objective, slower, start, steps, noise, seed);
            trial.advance(steps);
            if (!(trial.outcome() instanceof Outcome.Diverged)) {
                return OptionalDouble.of(rate);
            }
            budget -= trial.step();
        }
        return OptionalDouble.empty();
    }
}
