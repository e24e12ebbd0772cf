package descentlab.exercise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * The plausible mistakes in a question: each with its name, the answer that it leads to, and what a reason that is
 * true of it speaks of. Made from the drawn question by the {@link Solutions}, never by the checkers.
 */
final class Mistakes {

    /**
     * A mistake somebody may make.
     *
     * @param name what was done
     * @param answer what it leads to, as typed
     * @param says what a reason for it is known by
     */
    record Mistake(String name, List<String> answer, Pattern says) {}

    private final double[] truth;
    private final Sameness sameness;
    private final List<Mistake> all = new ArrayList<>();

    /** When two answers are the same. */
    private enum Sameness {
        ENTRIES,
        ANY_ORDER,
        DIRECTION
    }

    private Mistakes(double[] truth, Sameness sameness) {
        this.truth = truth;
        this.sameness = sameness;
    }

    static Mistakes of(double... truth) {
        return new Mistakes(truth, Sameness.ENTRIES);
    }

    static Mistakes inAnyOrder(double... truth) {
        return new Mistakes(truth, Sameness.ANY_ORDER);
    }

    /** Any multiple is the same direction, so that a mistake that leads to one is none. */
    static Mistakes direction(double... truth) {
        return new Mistakes(truth, Sameness.DIRECTION);
    }

    List<Mistake> all() {
        return all;
    }

    /** Adds a mistake, unless it is none here: it leads to the truth exactly, or to no number. */
    Mistakes add(String name, String says, double... answer) {
        if (DoubleStream.of(answer).allMatch(Double::isFinite) && !same(answer)) {
            typed(name, says, DoubleStream.of(answer).mapToObj(Mistakes::typed).toList());
        }
        return this;
    }

    Mistakes typed(String name, String says, List<String> answer) {
        all.add(new Mistake(name, answer, Pattern.compile(says, Pattern.CASE_INSENSITIVE)));
        return this;
    }

    private boolean same(double[] answer) {
        return switch (sameness) {
            case ENTRIES -> equal(answer, truth);
            case ANY_ORDER -> equal(answer, truth) || equal(new double[] {answer[1], answer[0]}, truth);
            case DIRECTION ->
                Math.abs(answer[0] * truth[1] - answer[1] * truth[0])
                        < 1e-9 * Math.hypot(answer[0], answer[1]) * Math.hypot(truth[0], truth[1]);
        };
    }

    private static boolean equal(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 1e-9 * Math.max(1e-3, Math.abs(b[i]))) {
                return false;
            }
        }
        return true;
    }

    /** The mistakes that anybody may make with a number. */
    Mistakes usual() {
        double v = truth[0];
        return add("sign", "sign", -v)
                .add("factor 2", "twice|double|factor of 2|factor 2", 2 * v)
                .add("half", "half|twice that|factor of 2|factor 2", v / 2)
                .add("upside down", "upside|other way|way round|invert|reciprocal", 1 / v)
                .add("forgotten root", "square|root", v * v)
                .add("one root too many", "root", Math.sqrt(Math.abs(v)));
    }

    /** The usual mistakes with entries. */
    Mistakes usualEntries() {
        return add("sign", "sign|opposite|other way round", map(v -> -v))
                .add("factor 2", "twice|double|factor 2|diameter", map(v -> 2 * v))
                .add("half", "half", map(v -> v / 2));
    }

    double[] map(java.util.function.DoubleUnaryOperator change) {
        return DoubleStream.of(truth).map(change).toArray();
    }

    /** As somebody types it: whole if it is, else exact if it is short, else to four digits. */
    static String typed(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
        BigDecimal shown = exact.precision() <= 6 ? exact : exact.round(new MathContext(4));
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }
}
