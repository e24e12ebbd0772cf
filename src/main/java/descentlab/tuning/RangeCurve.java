package descentlab.tuning;

import java.util.Optional;

/**
 * The loss of each batch while the learning rate grows geometrically from one batch to the next: the range test of Smith
 * (arXiv 1506.01186), on a logarithmic scale.
 *
 * <p>The losses are smoothed by a moving average with bias correction, v = beta v + (1 - beta) loss, smoothed = v / (1 - beta^t), with
 * beta = 1 - 20/n for n batches, and at most 0.98: a memory of a twentieth of all batches. It lags behind the losses by as much. The end
 * of the first tenth of all batches counts as the start, where the average is of enough of them and the rates are still small.
 *
 * <p>The noise of a batch's loss is estimated by the mean square of the differences between neighbors, which no slow fall adds to: s^2 =
 * mean (l_i - l_(i-1))^2 / 2, and that of the average by s sqrt((1 - beta)/(1 + beta)).
 */
public final class RangeCurve {

    /** Fewest batches that there can be. */
    public static final int LEAST_BATCHES = 20;

    private static final double MOST_BETA = 0.98;

    /** Batches of the moving average's memory in all batches. */
    private static final double MEMORIES = 20;

    /** So many times its lowest value, and so many times its value at the start, and the loss has blown up. */
    private static final double OVER_LOWEST = 4;

    private static final double OVER_START = 2;

    /** It has fallen where it comes below this share of the start, and below that by so many times its noise. */
    private static final double FELL = 0.9;

    private static final double FELL_BY_NOISE = 4;

    /** The rate of the careful is this share of the one where the loss was lowest. */
    private static final double CAREFUL = 0.1;

    /**
     * What a curve says.
     *
     * @param steepest the rate at which the smoothed loss fell fastest against the logarithm of the rate
     * @param lowest the rate at which it was lowest
     * @param careful a tenth of that
     * @param atEnd whether it was lowest at the last batch, so that it may still have fallen beyond
     */
    public record Finding(double steepest, double lowest, double careful, boolean atEnd) {}

    private final double from;
    private final double growth;
    private final double beta;
    private final int memory;
    private final int start;
    private final double[] smoothed;
    private int count;
    private double average;
    private double weight = 1;
    private int lowest = -1;
    private double last = Double.NaN;
    private double squares;
    private double squaresAtLowest;

    /**
     * @param from the rate of the first batch, above 0
     * @param to that of the last, above {@code from}
     * @param batches at least {@link #LEAST_BATCHES}
     */
    public RangeCurve(double from, double to, int batches) {
        if (!(from > 0 && from < to && to <= Double.MAX_VALUE) || batches < LEAST_BATCHES) {
            throw new IllegalArgumentException("a range test needs 0 < from < to and at least " + LEAST_BATCHES
                    + " batches, got " + from + ", " + to + " and " + batches);
        }
        this.from = from;
        this.growth = StrictMath.pow(to / from, 1.0 / (batches - 1));
        this.beta = Math.min(MOST_BETA, 1 - MEMORIES / batches);
        this.memory = (int) Math.round(1 / (1 - beta));
        this.start = 2 * memory - 1;
        this.smoothed = new double[batches];
    }

    private RangeCurve(RangeCurve other) {
        from = other.from;
        growth = other.growth;
        beta = other.beta;
        memory = other.memory;
        start = other.start;
        smoothed = other.smoothed.clone();
        count = other.count;
        average = other.average;
        weight = other.weight;
        lowest = other.lowest;
        last = other.last;
        squares = other.squares;
        squaresAtLowest = other.squaresAtLowest;
    }

    /** One that goes on from here. */
    public RangeCurve copy() {
        return new RangeCurve(this);
    }

    /** By which the rate is multiplied from one batch to the next. */
    public double growth() {
        return growth;
    }

    /** The rate of a batch, from 0. */
    public double rate(int batch) {
        return from * StrictMath.pow(growth, batch);
    }

    /** Adds the loss of the next batch, which is finite; its smoothed value. */
    public double add(double loss) {
        average = beta * average + (1 - beta) * loss;
        weight *= beta;
        smoothed[count] = average / (1 - weight);
        squares += count == 0 ? 0 : (loss - last) * (loss - last);
        last = loss;
        if (count >= start && (lowest < 0 || smoothed[count] < smoothed[lowest])) {
            lowest = count;
            squaresAtLowest = squares;
        }
        return smoothed[count++];
    }

    /** Losses so far. */
    public int count() {
        return count;
    }

    /** Batches in all. */
    public int batches() {
        return smoothed.length;
    }

    /** Whether the last smoothed loss is several times the lowest one, and well above where it began. */
    public boolean blownUp() {
        return lowest >= 0
                && smoothed[count - 1] > Math.max(OVER_LOWEST * smoothed[lowest], OVER_START * smoothed[start]);
    }

    /** What it says so far; empty where the loss has not fallen, or by no more than noise may, or there are too few batches to say. */
    public Optional<Finding> finding() {
        if (lowest < 0 || smoothed[lowest] >= Math.min(FELL * smoothed[start], smoothed[start] - FELL_BY_NOISE * noise())) {
            return Optional.empty();
        }
        // Over twice as many batches as the average remembers: it would be the noise's slope else.
        int steepest = -1;
        double least = 0;
        for (int i = start; i <= lowest && i + memory < count; i++) {
            double fall = smoothed[i + memory] - smoothed[i - memory];
            if (fall < least) {
                least = fall;
                steepest = i;
            }
        }
        return steepest < 0
                ? Optional.empty()
                : Optional.of(new Finding(rate(steepest), rate(lowest), CAREFUL * rate(lowest), lowest == smoothed.length - 1));
    }

    /** Deviation of the average, by the losses up to the lowest. */
    private double noise() {
        return Math.sqrt(squaresAtLowest / lowest / 2 * (1 - beta) / (1 + beta));
    }
}
