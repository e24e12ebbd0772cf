package descentlab.tuning;

import java.util.random.RandomGenerator;

/**
 * Learning rates between two, even in their logarithm.
 *
 * @param from the least, above 0
 * @param to the largest, above {@code from}
 */
public record LogRange(double from, double to) {

    public LogRange {
        if (!(from > 0 && from < to && to <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a range needs 0 < from < to, got " + from + " and " + to);
        }
    }

    /** As many decades, half of them on either side of a rate. */
    public static LogRange around(double rate, double decades) {
        double half = StrictMath.pow(10, decades / 2);
        return new LogRange(rate / half, rate * half);
    }

    /** A rate at random, each part of the range as likely as another that is as many decades wide. */
    public double draw(RandomGenerator random) {
        return Math.clamp(from * StrictMath.exp(random.nextDouble() * StrictMath.log(to / from)), from, to);
    }
}
