package descentlab.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** How long something took, many times over: apart what was measured while the hostile were there. */
final class Samples {

    private final Series calm = new Series();
    private final Series harried = new Series();
    private final BooleanSupplier hostile;

    /** @param hostile whether they are there now */
    Samples(BooleanSupplier hostile) {
        this.hostile = hostile;
    }

    void add(long duration) {
        (hostile.getAsBoolean() ? harried : calm).add(duration);
    }

    @Override
    public String toString() {
        return calm + (harried.count == 0 ? "" : "\n    beside the hostile                        " + harried);
    }

    private static final class Series {

        private long[] nanoseconds = new long[1024];
        private int count;

        synchronized void add(long duration) {
            if (count == nanoseconds.length) {
                nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
            }
            nanoseconds[count++] = duration;
        }

        synchronized int count() {
            return count;
        }

        /** The least sample that a share of all does not exceed, in milliseconds; NaN without samples. */
        synchronized double milliseconds(double share) {
            if (count == 0) {
                return Double.NaN;
            }
            long[] sorted = Arrays.copyOf(nanoseconds, count);
            Arrays.sort(sorted);
            return sorted[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)] / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "p50 %7.1f   p95 %7.1f   p99 %7.1f   max %7.1f ms   of %d",
                    milliseconds(0.5),
                    milliseconds(0.95),
                    milliseconds(0.99),
                    milliseconds(1),
                    count());
        }
    }
}
