package descentlab.optimizer;

import descentlab.notation.Decimal;
import java.util.List;
import java.util.Map;

/**
 * An optimizer with a range of base rates and one of another key's values in place of one each, as in
 * {@code momentum(lr=0.001..10,beta=0..0.99)}.
 *
 * @param optimizer with all its settings but those two
 * @param from the smallest rate, above 0
 * @param to the largest rate, above {@code from}
 * @param key the other key; not a flag
 * @param least its smallest value
 * @param most its largest value, above {@code least}
 */
public record HeatSpec(Optimizer optimizer, double from, double to, OptimizerKind.Key key, double least, double most) {

    private static final String RATE = "lr";

    /** From here on a range is spaced evenly in its logarithm. */
    private static final double WIDE = 100;

    private static final String ALLOWED = "a range of rates and one of another key, as in momentum(lr=0.001..10,beta=0..0.99)";

    /** Ranges that tell much, of keys that are no shares. */
    private static final Map<String, double[]> USUAL = Map.of(
            "eps", new double[] {1e-8, 1},
            "power", new double[] {0, 1},
            "c", new double[] {0, 10},
            "momentum", new double[] {0, 0.99},
            "momentum_decay", new double[] {0, 0.1});

    /** Shares that begin so near to 1 are looked at near to 1. */
    private static final double NEAR_ONE = 0.99;

    public HeatSpec {
        if (!(from > 0 && from < to && to <= Double.MAX_VALUE && least < most) || key.flag() || key.name().equals(RATE)) {
            throw new IllegalArgumentException("a heat map needs " + ALLOWED);
        }
        optimizer = with(optimizer, from, key, least);
        with(optimizer, to, key, most); // which throws if that cannot be
    }

    /**
     * Reads a spec with two ranges.
     *
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static HeatSpec parse(String text) {
        OptimizerSpec.Read read = OptimizerSpec.read(text, false, OptimizerSpec.Rates.PLANE);
        if (read.rangeAt() < 0 || read.others().size() != 1) {
            throw new SpecException(0, text, ALLOWED);
        }
        String name = read.others().keySet().iterator().next();
        OptimizerSpec.Range range = read.others().get(name);
        try {
            return new HeatSpec(
                    read.optimizer(),
                    read.from(),
                    read.to(),
                    Optimizers.of(read.optimizer()).key(name).orElseThrow(),
                    range.from(),
                    range.to());
        } catch (IllegalArgumentException refused) {
            throw new SpecException(range.at(), text.substring(range.at()), refused.getMessage());
        }
    }

    /** The keys of an optimizer that can have a range beside its rate. */
    public static List<OptimizerKind.Key> keys(Optimizer optimizer) {
        return Optimizers.of(optimizer).keys().stream()
                .filter(key -> !key.flag() && !key.name().equals(RATE))
                .toList();
    }

    /** About an optimizer: ranges that tell much of that key and of the rate, and that hold the optimizer's own. */
    public static HeatSpec around(Optimizer optimizer, OptimizerKind.Key key) {
        double value = Optimizers.of(optimizer).values(optimizer).get(key.name());
        double[] usual = USUAL.getOrDefault(
                key.name(),
                key.initial() > NEAR_ONE && key.initial() < 1
                        ? new double[] {0.9, 0.9999}
                        : new double[] {0, key.below() ? NEAR_ONE : 1});
        double lr = optimizer.lr();
        return new HeatSpec(
                optimizer,
                lr > 0 ? Math.min(SweepSpec.LEAST, lr) : SweepSpec.LEAST,
                Math.max(SweepSpec.MOST, lr),
                key,
                Math.min(usual[0], value),
                Math.max(usual[1], value));
    }

    /** Writes the spec; reads back as the same. */
    public String print() {
        return OptimizerSpec.print(optimizer, Map.of(RATE, range(from, to), key.name(), range(least, most)));
    }

    private static String range(double from, double to) {
        return Decimal.write(from) + ".." + Decimal.write(to);
    }

    /** Rates spaced evenly in their logarithm, both ends included and exact. */
    public double[] rates(int points) {
        return SweepSpec.rates(from, to, points);
    }

    /** Whether the other key's values are spaced evenly in their logarithm: over two decades or more above 0. */
    public boolean logarithmic() {
        return least > 0 && most >= WIDE * least;
    }

    /** Values of the other key, both ends included and exact. */
    public double[] values(int points) {
        if (logarithmic()) {
            return SweepSpec.rates(least, most, points);
        }
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = least + (most - least) * i / (points - 1);
        }
        values[points - 1] = most;
        return values;
    }

    /** The optimizer at a rate and a value. */
    public Optimizer at(double lr, double value) {
        return with(optimizer, lr, key, value);
    }

    private static Optimizer with(Optimizer optimizer, double lr, OptimizerKind.Key key, double value) {
        OptimizerKind kind = Optimizers.of(optimizer);
        Map<String, Double> values = kind.values(optimizer);
        values.put(RATE, lr);
        values.put(key.name(), value);
        return kind.make(values, optimizer.schedule());
    }
}
