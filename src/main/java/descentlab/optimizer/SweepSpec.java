package descentlab.optimizer;

import descentlab.notation.Decimal;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * A method with a range of base rates in place of one, as in {@code adagrad(lr=0.001..10,eps=1e-8)} or
 * {@code adagrad(lr=0.4)~8~sgd(lr=0.001..10)}.
 *
 * @param method with all its settings but that rate
 * @param stage the stage whose rate it is, from 0
 * @param from the smallest rate, above 0
 * @param to the largest rate, above {@code from}
 */
public record SweepSpec(Method method, int stage, double from, double to) {

    /** Where the range begins if none is given. */
    public static final double LEAST = 1e-3;

    /** Where the range ends if none is given. */
    public static final double MOST = 10;

    public SweepSpec {
        if (!(from > 0 && from < to && to <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a sweep needs 0 < from < to, got " + from + " and " + to);
        }
        method = at(method, stage, from);
    }

    /** Over the rates of a method's last stage. */
    public SweepSpec(Method method, double from, double to) {
        this(method, method.stages().size() - 1, from, to);
    }

    /**
     * Reads a spec with a range.
     *
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static SweepSpec parse(String text) {
        return parse(text, handover -> Optional.empty());
    }

    /**
     * Reads a spec with a range.
     *
     * @param refusal as {@link MethodSpec#parse(String, LongFunction)} has it
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static SweepSpec parse(String text, LongFunction<Optional<String>> refusal) {
        return MethodSpec.parseRange(text, refusal);
    }

    /** Writes the spec; reads back as the same. */
    public String print() {
        return MethodSpec.print(method, (index, spec) -> index == stage ? ranged(spec) : spec);
    }

    private String ranged(String spec) {
        String rate = "lr=" + Decimal.write(from);
        return spec.replaceFirst(Pattern.quote(rate), rate + ".." + Decimal.write(to));
    }

    /** Rates spaced evenly in their logarithm, both ends included and exact. */
    public double[] rates(int points) {
        return rates(from, to, points);
    }

    static double[] rates(double from, double to, int points) {
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

    /** The method at a rate. */
    public Method at(double lr) {
        return at(method, stage, lr);
    }

    private static Method at(Method method, int stage, double lr) {
        Optimizer optimizer = method.stages().get(stage).optimizer();
        return method.with(stage, Optimizers.of(optimizer).withRate(optimizer, lr));
    }
}
