package descentlab.experiment;

import descentlab.optimizer.Method;
import descentlab.training.Outcome;
import java.util.Map;

/**
 * How a method ended.
 *
 * @param method which
 * @param outcome how its run ended
 * @param last the objective at the last point, the loss after the last example, or the share of
 *     test pictures told right
 * @param readings what else can be read at the last point, by the column's name; empty but for trainings on pictures
 */
public record Ended(Method method, Outcome outcome, double last, Map<String, Double> readings) {

    public Ended {
        readings = Map.copyOf(readings);
    }

    /** Whether it took all its steps without running away. */
    public boolean sound() {
        return Double.isFinite(last) && (outcome instanceof Outcome.Finished || outcome instanceof Outcome.Converged);
    }
}
