package descentlab.load;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long something took, many times over: apart what was measured later, as while the hostile were there. */
public final class Samples {

    /** Tells durations apart by a thousandth of them, in a memory that does not grow. */
    private static final int DIGITS = 3;

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

    private final Histogram first = new ConcurrentHistogram(LONGEST, DIGITS);
    private final Histogram then = new ConcurrentHistogram(LONGEST, DIGITS);
    private final BooleanSupplier later;

    /** @param later whether what comes now is told apart from what came first */
    public Samples(BooleanSupplier later) {
        this.later = later;
    }

    /** @param duration in nanoseconds */
    public void add(long duration) {
        long microseconds = Math.clamp(TimeUnit.NANOSECONDS.toMicros(duration), 0, LONGEST);
        (later.getAsBoolean() ? then : first).recordValue(microseconds);
    }

    /** Of those that came first, the duration that a share of all does not exceed, in milliseconds; 0 without any. */
    double milliseconds(double share) {
        return milliseconds(first, share);
    }

    /** How many came first. */
    long count() {
        return first.getTotalCount();
    }

    /** Of those that came later, the duration that a share of all does not exceed, in milliseconds; 0 without any. */
    public double laterMilliseconds(double share) {
        return milliseconds(then, share);
    }

    /** How many came later. */
    public long laterCount() {
        return then.getTotalCount();
    }

    /** Begins anew. */
    void forget() {
        first.reset();
        then.reset();
    }

    private static double milliseconds(Histogram histogram, double share) {
        return histogram.getValueAtPercentile(100 * share) / 1e3;
    }

    @Override
    public String toString() {
        return text(first)
                + (then.getTotalCount() == 0
                        ? ""
                        : "\n    beside the hostile                        " + text(then));
    }

    private static String text(Histogram histogram) {
        return String.format(
                Locale.ROOT,
                "p50 %7.1f   p95 %7.1f   p99 %7.1f   max %7.1f ms   of %d",
                milliseconds(histogram, 0.5),
                milliseconds(histogram, 0.95),
                milliseconds(histogram, 0.99),
                milliseconds(histogram, 1),
                histogram.getTotalCount());
    }
}
