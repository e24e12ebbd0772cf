package descentlab.optimizer;

import descentlab.notation.Decimal;
import java.util.regex.Pattern;

/**
 * An optimizer with a range of base rates in place of one, as in {@code adagrad(lr=0.001..10,eps=1e-8)}.
 *
 * @param optimizer with all its settings but the rate
 * @param from the smallest rate, above 0
 * @param to the largest rate, above {@code from}
 */
public record SweepSpec(Optimizer optimizer, double from, double to) {

    /** Where the range begins if none is given. */
    public static final double LEAST = 1e-3;

    /** Where the range ends if none is given. */
    public static final double MOST = 10;

    public SweepSpec {
        if (!(from > 0 && from < to && to <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a sweep needs 0 < from < to, got " + from + " and " + to);
        }
        optimizer = Optimizers.of(optimizer).withRate(optimizer, from);
    }

    /**
     * Reads a spec with a range.
     *
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static SweepSpec parse(String text) {
        return OptimizerSpec.parseRange(text);
    }

    /** Writes the spec; reads back as the same. */
    public String print() {
        String spec = OptimizerSpec.print(optimizer);
        String rate = "lr=" + Decimal.write(from);
        return spec.replaceFirst(Pattern.quote(rate), rate + ".." + Decimal.write(to));
    }

    /** Rates spaced evenly in their logarithm, both ends included and exact. */
    public double[] rates(int points) {
        if (points < 2) {
            throw new IllegalArgumentException("a sweep needs at least 2 points, got " + points);
        }
        double[] rates = new double[points];
        double step = StrictMath.log(to / from) / (points - 1);
        for (int i = 0; i < points; i++) {
            rates[i] = from * StrictMath.exp(i * step);
        }
        rates[0] = from;
        rates[points - 1] = to;
        return rates;
    }

    /** The optimizer at a rate. */
    public Optimizer at(double lr) {
        return Optimizers.of(optimizer).withRate(optimizer, lr);
    }
}
