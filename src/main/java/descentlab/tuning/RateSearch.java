package descentlab.tuning;

import java.util.Locale;

/**
 * How good learning rates are looked for beside a training.
 *
 * @param kind in which way
 * @param from the least rate of a range test or sweep
 * @param to the largest
 * @param batches how long a range test, and each training of a sweep, is
 * @param trials rates of a sweep, or of a study
 * @param decades width of the ranges of a study, about the rate that each optimizer has
 */
public record RateSearch(Kind kind, double from, double to, int batches, int trials, double decades) {

    /** Ways of looking for a rate. */
    public enum Kind {
        /** Not at all. */
        NONE,
        /** One training whose rate grows from batch to batch. */
        TEST,
        /** A short training at each of some rates. */
        SWEEP,
        /** Whole trainings at as many random rates for each optimizer, chosen among by examples that do not train. */
        STUDY;

        /** Name in links. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where ranges usually begin and end, and how much is done. */
    public static final RateSearch NONE = new RateSearch(Kind.NONE, 1e-5, 100, 300, 15, 3);

    public RateSearch {
        if (!(from > 0 && from < to && to <= Double.MAX_VALUE) || batches < RangeCurve.LEAST_BATCHES || trials < 2 || !(decades > 0)) {
            throw new IllegalArgumentException("a search needs 0 < from < to, " + RangeCurve.LEAST_BATCHES
                    + " batches, 2 trials and some width, got " + from + ", " + to + ", " + batches + ", " + trials + " and " + decades);
        }
    }

    /** Whether there is any. */
    public boolean on() {
        return kind != Kind.NONE;
    }

    /** How many batches an optimizer trains on in all; a study goes by epochs. */
    public long allBatches() {
        return switch (kind) {
            case NONE, STUDY -> 0;
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
