package descentlab.optimizer;

import descentlab.notation.Decimal;
import descentlab.notation.ExpressionException;
import descentlab.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The key of a later stage that says whether it goes on with what the one before remembers. */
    static final String KEEP = "keep";

    private final SpecText in;
    private final SpecValues given;
    private final boolean later;
    private int keepAt = -1;
    private boolean keep;

    /** What may stand for lr. */
    enum Rates {
        ONE,
        RANGE,
        EITHER,
        /** A range, and one for any other number. */
        PLANE
    }

    /** A range of a key's values, and the index where it stands. */
    record Range(double from, double to, int at) {}

    /**
     * What was read.
     *
     * @param from the least rate of a range, NaN if none was given
     * @param to the largest
     * @param rangeAt index where the range stands
     * @param keep whether it keeps
     * @param keepAt index where that key stands; -1 if it does not
     * @param others ranges of other keys, in their order
     */
    record Read(
            Optimizer optimizer,
            double from,
            double to,
            int rangeAt,
            boolean keep,
            int keepAt,
            Map<String, Range> others) {}

    private OptimizerSpec(String text, boolean later, Rates rates) {
        this.in = new SpecText(text);
        this.given = new SpecValues(in, rates);
        this.later = later;
    }

    /**
     * Reads a spec.
     *
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static Optimizer parse(String text) {
        return read(text, false, Rates.ONE).optimizer();
    }

    /**
     * Reads a spec.
     *
     * @param later whether it is a stage after the first, which may say that it keeps
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    static Read read(String text, boolean later, Rates rates) {
        checkLength(text);
        OptimizerSpec reader = new OptimizerSpec(text, later, rates);
        Optimizer optimizer = reader.optimizer();
        return new Read(
                optimizer,
                reader.given.from(),
                reader.given.to(),
                reader.given.rangeAt(),
                reader.keep,
                reader.keepAt,
                reader.given.others());
    }

    private static void checkLength(String text) {
        int longest = text.strip().startsWith(RuleOptimizer.NAME) ? LONGEST + Rule.LONGEST : LONGEST;
        if (text.length() > longest) {
            throw new SpecException(
                    longest, text.length() + " characters", "a spec of at most " + longest + " characters");
        }
    }

    /** Writes the spec of an optimizer: lr always, other keys where they differ from their default. */
    public static String print(Optimizer optimizer) {
        return print(optimizer, Map.of());
    }

    /** The same, where something else stands in place of some keys' values. */
    static String print(Optimizer optimizer, Map<String, String> instead) {
        OptimizerKind kind = Optimizers.of(optimizer);
        String rule = kind.rule().map(own -> "," + RuleSpec.DO + "=" + own.text()).orElse("");
        return kind.name() + "(" + settings(optimizer, instead) + rule + ")";
    }

    /** Writes what stands in the brackets of a spec, without the rule of one that is made of a rule. */
    public static String settings(Optimizer optimizer) {
        return settings(optimizer, Map.of());
    }

    private static String settings(Optimizer optimizer, Map<String, String> instead) {
        OptimizerKind kind = Optimizers.of(optimizer);
        Map<String, Double> values = kind.values(optimizer);
        String keys = kind.keys().stream()
                .filter(key -> key.name().equals(RATE)
                        || instead.containsKey(key.name())
                        || values.get(key.name()) != key.initial())
                .map(key -> key.name() + "="
                        + instead.getOrDefault(key.name(), print(key, values.get(key.name()))))
                .collect(Collectors.joining(","));
        String schedule = optimizer.schedule().equals(Schedule.CONSTANT)
                ? ""
                : (keys.isEmpty() ? "" : ",") + SCHEDULE + "=" + print(optimizer.schedule());
        return keys + schedule;
    }

    /**
     * The same optimizer with one key, or the schedule, set as it would be in a spec.
     *
     * @throws SpecException if that cannot be; what is allowed stands in it
     */
    public static Optimizer with(Optimizer optimizer, String key, String value) {
        OptimizerKind kind = Optimizers.of(optimizer);
        if (value.length() > Decimal.LONGEST || value.indexOf('=') >= 0) {
            throw new SpecException(0, value, "a value of at most " + Decimal.LONGEST + " characters, without '='");
        }
        Map<String, Double> values = kind.values(optimizer);
        Map<String, String> texts = new LinkedHashMap<>();
        kind.keys().forEach(each -> texts.put(each.name(), print(each, values.get(each.name()))));
        texts.put(SCHEDULE, print(optimizer.schedule()));
        kind.rule().ifPresent(rule -> texts.put(RuleSpec.DO, rule.text()));
        texts.put(key, value);
        return parse(texts.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(",", kind.name() + "(", ")")));
    }

    /**
     * An optimizer that follows a rule as it was typed, with the rate, the schedule and those parameters that another has.
     *
     * @throws ExpressionException naming the character where the rule went wrong, what came and what is allowed
     */
    public static RuleOptimizer with(Optimizer optimizer, String rule) {
        Map<String, Double> values = Optimizers.of(optimizer).values(optimizer);
        List<String> given = Optimizers.of(optimizer).rule().stream()
                .flatMap(own -> own.parameters().stream())
                .filter(each -> !each.declared() && RuleSpec.named(rule, each.name()))
                .map(Rule.Parameter::name)
                .toList();
        Rule read = Rule.parse(rule, given);
        OptimizerKind kind = new OptimizerKind(read);
        values.keySet().retainAll(read.parameters().stream()
                .filter(each -> !declaredAnew(optimizer, each))
                .map(Rule.Parameter::name)
                .toList());
        values.put(RATE, optimizer.lr());
        values.put(RuleOptimizer.SINGLE, optimizer instanceof RuleOptimizer own && own.single() ? 1.0 : 0.0);
        return (RuleOptimizer) kind.make(values, optimizer.schedule());
    }

    /** Whether a rule says another default of a parameter than the one before, which then counts. */
    private static boolean declaredAnew(Optimizer before, Rule.Parameter parameter) {
        return !(before instanceof RuleOptimizer own) || !own.rule().parameters().contains(parameter);
    }

    /** Writes a schedule as it stands in a spec: {@code step(10,0.5)}. */
    public static String print(Schedule schedule) {
        return Schedules.print(schedule);
    }

    private static String print(OptimizerKind.Key key, double value) {
        return key.flag() ? String.valueOf(value != 0) : Decimal.write(value);
    }

    private Optimizer optimizer() {
        int start = in.skipBlanks();
        String name = in.word();
        OptimizerKind kind = name.equals(RuleOptimizer.NAME)
                ? RuleSpec.kind(in.toString(), start + name.length())
                : Optimizers.named(name).orElseThrow(() -> new SpecException(start, in.shown(name, start), "one of " + Optimizers.names()));
        boolean done = kind.rule().isEmpty();
        in.expect('(', "an opening bracket, as in " + kind.name() + "(lr=0.1)");
        Map<String, Double> values = new LinkedHashMap<>();
        Schedule schedule = null;
        if (!in.accept(')')) {
            do {
                int keyAt = in.skipBlanks();
                String key = in.word();
                if (key.equals(SCHEDULE) && schedule == null) {
                    in.expect('=', "'='");
                    schedule = given.schedule();
                } else if (key.equals(RuleSpec.DO) && !done) {
                    in.expect('=', "'='");
                    in.passRule();
                    done = true;
                } else if (key.equals(KEEP) && later && keepAt < 0) {
                    keepAt = keyAt;
                    in.expect('=', "'='");
                    keep = given.flag(KEEP) != 0;
                } else {
                    OptimizerKind.Key known = kind.key(key).orElse(null);
                    if (known == null || values.containsKey(key)) {
                        throw new SpecException(keyAt, in.shown(key, keyAt), keysLeft(kind, values, schedule, key));
                    }
                    in.expect('=', "'='");
                    values.put(key, key.equals(RATE) ? given.rate(known) : given.value(known));
                }
            } while (in.accept(','));
            in.expect(')', "a comma or a closing bracket");
        }
        int end = in.skipBlanks();
        if (!in.rest().isEmpty()) {
            throw new SpecException(end, in.rest(), "nothing after the closing bracket");
        }
        try {
            return kind.make(values, schedule == null ? Schedule.CONSTANT : schedule);
        } catch (IllegalArgumentException refused) {
            throw new SpecException(start, in.toString().strip(), refused.getMessage());
        }
    }

    private String keysLeft(OptimizerKind kind, Map<String, Double> values, Schedule schedule, String came) {
        List<String> keys = new ArrayList<>(
                kind.keys().stream().map(OptimizerKind.Key::name).filter(key -> !values.containsKey(key)).toList());
        if (schedule == null) {
            keys.add(SCHEDULE);
        }
        if (kind.rule().isPresent()) {
            keys.add(RuleSpec.DO);
        }
        if (later && keepAt < 0) {
            keys.add(KEEP);
        }
        String first = came.equals(KEEP) && !later ? "; " + KEEP + " is for a later stage" : "";
        return "each key once, of " + String.join(", ", keys) + first;
    }
}
