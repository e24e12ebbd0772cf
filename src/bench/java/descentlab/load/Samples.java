package descentlab.load;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long something took, many times over: apart what was measured while the hostile were there. */
public final class Samples {

    /** Tells durations apart by a thousandth of them, in a memory that does not grow. */
    private static final int DIGITS = 3;

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

    private final Histogram calm = new ConcurrentHistogram(LONGEST, DIGITS);
    private final Histogram harried = new ConcurrentHistogram(LONGEST, DIGITS);
    private final BooleanSupplier hostile;

    /** @param hostile whether they are there now */
    public Samples(BooleanSupplier hostile) {
        this.hostile = hostile;
    }

    /** @param duration in nanoseconds */
    public void add(long duration) {
        long microseconds = Math.clamp(TimeUnit.NANOSECONDS.toMicros(duration), 0, LONGEST);
        (hostile.getAsBoolean() ? harried : calm).recordValue(microseconds);
    }

    /** Without the hostile, the duration that a share of all does not exceed, in milliseconds; 0 without any. */
    double milliseconds(double share) {
        return milliseconds(calm, share);
    }

    /** How many there were without the hostile. */
    long count() {
        return calm.getTotalCount();
    }

    /** Of the time beside the hostile, the duration that a share of all does not exceed, in milliseconds; 0 without any. */
    public double harriedMilliseconds(double share) {
        return milliseconds(harried, share);
    }

    /** How many there were beside the hostile. */
    public long harriedCount() {
        return harried.getTotalCount();
    }

    /** Begins anew. */
    void forget() {
        calm.reset();
        harried.reset();
    }

    private static double milliseconds(Histogram histogram, double share) {
        return histogram.getValueAtPercentile(100 * share) / 1e3;
    }

    @Override
    public String toString() {
        return text(calm)
                + (harried.getTotalCount() == 0
                        ? ""
                        : "\n    beside the hostile                        " + text(harried));
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
