package descentlab.run;

import descentlab.training.Series;
import java.util.List;

/**
 * How long a run takes on, by the clock until all its optimizers have ended, since they take turns: what was done so
 * far, carried on to what is left. Waiting for others' turns counts, as it will go on.
 */
final class TimeLeft {

    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();

    /** Seconds; NaN before the first step. */
    double seconds(List<? extends Series> series) {
        long seen = series.stream().mapToLong(Series::done).sum();
        long left = series.stream()
                .filter(each -> each.outcome() == null)
                .mapToLong(each -> each.total() - each.done())
                .sum();
        return seen == 0 ? Double.NaN : (System.nanoTime() - began) / NANOS * left / seen;
    }
}
