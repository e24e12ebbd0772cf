package descentlab.tuning;

import java.util.Locale;

/**
 * How good learning rates are looked for beside a training.
 *
 * @param kind in which way
 * @param from the least rate of a range test or sweep
 * @param to the largest
 * @param batches how long a range test, and each training of a sweep, is
 * @param trials rates of a sweep
 */
public record RateSearch(Kind kind, double from, double to, int batches, int trials) {

    /** Ways of looking for a rate. */
    public enum Kind {
        /** Not at all. */
        NONE,
        /** One training whose rate grows from batch to batch. */
        TEST,
        /** A short training at each of some rates. */
        SWEEP;

        /** Name in links. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where ranges usually begin and end, and how much is done. */
    public static final RateSearch NONE = new RateSearch(Kind.NONE, 1e-5, 100, 300, 15);

    public RateSearch {
        if (!(from > 0 && from < to && to <= Double.MAX_VALUE) || batches < RangeCurve.LEAST_BATCHES || trials < 2) {
            throw new IllegalArgumentException("a search needs 0 < from < to, " + RangeCurve.LEAST_BATCHES
                    + " batches and 2 trials, got " + from + ", " + to + ", " + batches + " and " + trials);
        }
    }

    /** Whether there is any. */
    public boolean on() {
        return kind != Kind.NONE;
    }

    /** How many batches an optimizer trains on in all. */
    public long allBatches() {
        return switch (kind) {
            case NONE -> 0;
            case TEST -> batches;
            case SWEEP -> (long) batches * trials;
        };
    }

    /** A rate of a sweep, from 0; the rates are even in their logarithm, both ends included and exact. */
    public double rate(int trial) {
        return trial == 0
                ? from
                : trial == trials - 1
                        ? to
                        : from * StrictMath.exp(StrictMath.log(to / from) * trial / (trials - 1));
    }
}
