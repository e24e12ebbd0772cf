package descentlab.run;

import descentlab.training.LearningCurve;
import java.util.List;

/**
 * How long a run takes on, by the clock until all its optimizers have ended, since they take turns: what was done so
 * far, carried on to what is left. Waiting for others' turns counts, as it will go on.
 */
final class TimeLeft {

    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();

    /** Seconds; NaN before the first batch. */
    double seconds(List<? extends LearningCurve> curves) {
        long seen = curves.stream().mapToLong(LearningCurve::examples).sum();
        long left = curves.stream()
                .filter(curve -> curve.outcome() == null)
                .mapToLong(curve -> curve.total() - curve.examples())
                .sum();
        return seen == 0 ? Double.NaN : (System.nanoTime() - began) / NANOS * left / seen;
    }
}
