package descentlab.optimizer;

import descentlab.notation.Decimal;
import descentlab.optimizer.OptimizerSpec.Range;
import descentlab.optimizer.OptimizerSpec.Rates;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the values of a spec's keys: numbers, flags, ranges and schedules. */
final class SpecValues {

    private final SpecText in;
    private final Rates rates;
    private final Map<String, Range> others = new LinkedHashMap<>();
    private double from = Double.NaN;
    private double to = Double.NaN;
    private int rangeAt = -1;

    SpecValues(SpecText in, Rates rates) {
        this.in = in;
        this.rates = rates;
    }

    /** The least rate of a range, NaN if none was read. */
    double from() {
        return from;
    }

    /** The largest. */
    double to() {
        return to;
    }

    /** Index where the range stands. */
    int rangeAt() {
        return rangeAt;
    }

    /** Ranges of other keys, in their order. */
    Map<String, Range> others() {
        return others;
    }

    /** A key's value; of a range the lower end. */
    double value(OptimizerKind.Key key) {
        if (key.flag()) {
            return flag(key.name());
        }
        int start = in.skipBlanks();
        String raw = in.until(",)");
        int dots = rates == Rates.PLANE ? raw.indexOf("..") : -1;
        if (dots < 0) {
            return number(start, raw, key);
        }
        Range range = range(start, raw, dots, key);
        if (!(range.from() < range.to())) {
            throw new SpecException(start, raw, "a range of " + key.name() + ", the smaller first, as in 0..0.9");
        }
        others.put(key.name(), range);
        return range.from();
    }

    private static Range range(int start, String raw, int dots, OptimizerKind.Key key) {
        int second = dots + 2;
        return new Range(
                number(start, raw.substring(0, dots), key), number(start + second, raw.substring(second), key), start);
    }

    /** A flag, as 0 or 1. */
    double flag(String name) {
        int start = in.skipBlanks();
        String raw = in.until(",)");
        return switch (raw) {
            case "true" -> 1;
            case "false" -> 0;
            default -> throw new SpecException(start, raw, "true or false for " + name);
        };
    }

    /** Reads {@code 0.4}, or {@code 0.001..10}; the value of lr is then the lower end. */
    double rate(OptimizerKind.Key key) {
        int start = in.skipBlanks();
        String raw = in.until(",)");
        int dots = raw.indexOf("..");
        if (rates == Rates.ONE || rates != Rates.RANGE && dots < 0) {
            return number(start, raw, key);
        }
        if (dots < 0) {
            throw new SpecException(start, raw, "a range of rates such as lr=0.001..10");
        }
        Range range = range(start, raw, dots, key);
        rangeAt = start;
        from = range.from();
        to = range.to();
        if (!(from > 0 && from < to)) {
            throw new SpecException(start, raw, "a range of rates above 0, the smaller first, as in lr=0.001..10");
        }
        return from;
    }

    private static double number(int start, String raw, OptimizerKind.Key key) {
        double value = Decimal.read(raw).orElseThrow(() -> new SpecException(start, raw, allowed(key)));
        if (!key.allows(value)) {
            throw new SpecException(start, raw, allowed(key));
        }
        return value;
    }

    private static String allowed(OptimizerKind.Key key) {
        return "a number from " + Decimal.write(key.least()) + (key.below() ? " to below " : " to ")
                + Decimal.write(key.most()) + " for " + key.name();
    }

    Schedule schedule() {
        int start = in.skipBlanks();
        String name = in.word();
        Schedules.Form form = Schedules.named(name)
                .orElseThrow(() -> new SpecException(start, in.shown(name, start), "one of " + Schedules.names()));
        if (form.keys().isEmpty()) {
            if (in.accept('(')) {
                in.expect(')', "a closing bracket, as in " + form.usage());
            }
            return form.make(new double[0]);
        }
        in.expect('(', "an opening bracket, as in " + form.usage());
        double[] arguments = new double[form.keys().size()];
        for (int i = 0; i < arguments.length; i++) {
            if (i > 0) {
                in.expect(',', "a comma, as in " + form.usage());
            }
            int numberAt = in.skipBlanks();
            OptimizerKind.Key key = form.keys().get(i);
            String raw = in.until(",)");
            arguments[i] = number(numberAt, raw, key);
            if (form.whole(i) && arguments[i] != Math.rint(arguments[i])) {
                throw new SpecException(numberAt, raw, "a whole number for " + key.name());
            }
        }
        in.expect(')', "a closing bracket, as in " + form.usage());
        return form.make(arguments);
    }
}
