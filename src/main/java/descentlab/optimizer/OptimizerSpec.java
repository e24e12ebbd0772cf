package descentlab.optimizer;

import descentlab.notation.Decimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The spec grammar: {@code name(key=value,...)}, as in {@code adagrad(lr=0.4)} or
 * {@code torch.sgd(lr=0.1,momentum=0.9,nesterov=true,schedule=step(10,0.5))}. The brackets always stand; a missing
 * key takes its default; blanks around a word or number do not count.
 */
public final class OptimizerSpec {

    /** Longest spec read. */
    public static final int LONGEST = 400;

    private static final String SCHEDULE = "schedule";

    private static final String RATE = "lr";

    private final String text;
    private final boolean ranged;
    private double from = SweepSpec.LEAST;
    private double to = SweepSpec.MOST;
    private int at;

    private OptimizerSpec(String text, boolean ranged) {
        this.text = text;
        this.ranged = ranged;
    }

    /**
     * Reads a spec.
     *
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static Optimizer parse(String text) {
        checkLength(text);
        return new OptimizerSpec(text, false).optimizer();
    }

    /**
     * Reads a spec with a range of rates, as in {@code adagrad(lr=0.001..10)}; without lr the range is the default.
     *
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    static SweepSpec parseRange(String text) {
        checkLength(text);
        OptimizerSpec reader = new OptimizerSpec(text, true);
        Optimizer optimizer = reader.optimizer();
        return new SweepSpec(optimizer, reader.from, reader.to);
    }

    private static void checkLength(String text) {
        if (text.length() > LONGEST) {
            throw new SpecException(
                    LONGEST, text.length() + " characters", "a spec of at most " + LONGEST + " characters");
        }
    }

    /** Writes the spec of an optimizer: lr always, other keys where they differ from their default. */
    public static String print(Optimizer optimizer) {
        OptimizerKind kind = Optimizers.of(optimizer);
        Map<String, Double> values = kind.values(optimizer);
        String keys = kind.keys().stream()
                .filter(key -> key.name().equals(RATE) || values.get(key.name()) != key.initial())
                .map(key -> key.name() + "=" + print(key, values.get(key.name())))
                .collect(Collectors.joining(","));
        String schedule = optimizer.schedule().equals(Schedule.CONSTANT)
                ? ""
                : (keys.isEmpty() ? "" : ",") + SCHEDULE + "=" + print(optimizer.schedule());
        return kind.name() + "(" + keys + schedule + ")";
    }

    /**
     * The same optimizer with one key, or the schedule, set as it would be in a spec.
     *
     * @throws SpecException if that cannot be; what is allowed stands in it
     */
    public static Optimizer with(Optimizer optimizer, String key, String value) {
        if (value.length() > Decimal.LONGEST || value.indexOf('=') >= 0) {
            throw new SpecException(0, value, "a value of at most " + Decimal.LONGEST + " characters, without '='");
        }
        OptimizerKind kind = Optimizers.of(optimizer);
        Map<String, Double> values = kind.values(optimizer);
        Map<String, String> texts = new LinkedHashMap<>();
        kind.keys().forEach(each -> texts.put(each.name(), print(each, values.get(each.name()))));
        texts.put(SCHEDULE, print(optimizer.schedule()));
        texts.put(key, value);
        return parse(texts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(",", kind.name() + "(", ")")));
    }

    /** Writes a schedule as it stands in a spec: {@code step(10,0.5)}. */
    public static String print(Schedule schedule) {
        return Schedules.print(schedule);
    }

    private static String print(OptimizerKind.Key key, double value) {
        return key.flag() ? String.valueOf(value != 0) : Decimal.write(value);
    }

    private Optimizer optimizer() {
        int start = skipBlanks();
        String name = word();
        OptimizerKind kind = Optimizers.named(name)
                .orElseThrow(() -> new SpecException(start, shown(name, start), "one of " + Optimizers.names()));
        expect('(', "an opening bracket, as in " + kind.name() + "(lr=0.1)");
        Map<String, Double> values = new LinkedHashMap<>();
        Schedule schedule = null;
        if (!accept(')')) {
            do {
                int keyAt = skipBlanks();
                String key = word();
                if (key.equals(SCHEDULE) && schedule == null) {
                    expect('=', "'='");
                    schedule = schedule();
                } else {
                    OptimizerKind.Key known = kind.key(key).orElse(null);
                    if (known == null || values.containsKey(key)) {
                        throw new SpecException(keyAt, shown(key, keyAt), keysLeft(kind, values, schedule));
                    }
                    expect('=', "'='");
                    values.put(key, ranged && key.equals(RATE) ? rates(known) : value(known));
                }
            } while (accept(','));
            expect(')', "a comma or a closing bracket");
        }
        if (skipBlanks() < text.length()) {
            throw new SpecException(at, text.substring(at), "nothing after the closing bracket");
        }
        try {
            return kind.make(values, schedule == null ? Schedule.CONSTANT : schedule);
        } catch (IllegalArgumentException refused) {
            throw new SpecException(start, text.strip(), refused.getMessage());
        }
    }

    private static String keysLeft(OptimizerKind kind, Map<String, Double> values, Schedule schedule) {
        String keys = kind.keys().stream()
                .map(OptimizerKind.Key::name)
                .filter(key -> !values.containsKey(key))
                .collect(Collectors.joining(", "));
        return "each key once, of " + keys + (schedule == null ? (keys.isEmpty() ? "" : ", ") + SCHEDULE : "");
    }

    private double value(OptimizerKind.Key key) {
        int start = skipBlanks();
        String raw = until(",)");
        if (key.flag()) {
            return switch (raw) {
                case "true" -> 1;
                case "false" -> 0;
                default -> throw new SpecException(start, raw, "true or false for " + key.name());
            };
        }
        return number(start, raw, key);
    }

    /** Reads {@code 0.001..10}; the value of lr is then the lower end. */
    private double rates(OptimizerKind.Key key) {
        int start = skipBlanks();
        String raw = until(",)");
        int dots = raw.indexOf("..");
        if (dots < 0) {
            throw new SpecException(start, raw, "a range of rates such as lr=0.001..10");
        }
        from = number(start, raw.substring(0, dots), key);
        int second = dots + 2;
        to = number(start + second, raw.substring(second), key);
        if (!(from > 0 && from < to)) {
            throw new SpecException(start, raw, "a range of rates above 0, the smaller first, as in lr=0.001..10");
        }
        return from;
    }

    private static double number(int start, String raw, OptimizerKind.Key key) {
        double value = Decimal.read(raw).orElseThrow(() -> new SpecException(start, raw, range(key)));
        if (!key.allows(value)) {
            throw new SpecException(start, raw, range(key));
        }
        return value;
    }

    private static String range(OptimizerKind.Key key) {
        return "a number from " + Decimal.write(key.least()) + (key.below() ? " to below " : " to ")
                + Decimal.write(key.most()) + " for " + key.name();
    }

    private Schedule schedule() {
        int start = skipBlanks();
        String name = word();
        Schedules.Form form = Schedules.named(name)
                .orElseThrow(() -> new SpecException(start, shown(name, start), "one of " + Schedules.names()));
        if (form.keys().isEmpty()) {
            if (accept('(')) {
                expect(')', "a closing bracket, as in " + form.usage());
            }
            return form.make(new double[0]);
        }
        expect('(', "an opening bracket, as in " + form.usage());
        double[] arguments = new double[form.keys().size()];
        for (int i = 0; i < arguments.length; i++) {
            if (i > 0) {
                expect(',', "a comma, as in " + form.usage());
            }
            int numberAt = skipBlanks();
            OptimizerKind.Key key = form.keys().get(i);
            String raw = until(",)");
            arguments[i] = number(numberAt, raw, key);
            if (form.whole(i) && arguments[i] != Math.rint(arguments[i])) {
                throw new SpecException(numberAt, raw, "a whole number for " + key.name());
            }
        }
        expect(')', "a closing bracket, as in " + form.usage());
        return form.make(arguments);
    }

    private int skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
    }

    private String until(String stops) {
        int start = at;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private boolean accept(char c) {
        if (skipBlanks() < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c, String allowed) {
        if (!accept(c)) {
            throw new SpecException(at, text.substring(at), allowed);
        }
    }

    /** What to show of a word that is none: the word, or all that follows if no word stands there. */
    private String shown(String word, int start) {
        return word.isEmpty() ? text.substring(start) : word;
    }
}
