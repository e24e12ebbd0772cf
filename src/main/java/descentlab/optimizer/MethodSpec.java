package descentlab.optimizer;

import descentlab.notation.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * The grammar of methods: an optimizer's spec, or several with handovers between them, as in
 * {@code adagrad(lr=0.4)~8~sgd(lr=0.1)~16~sgd(lr=0.01,keep=true)}. A handover counts steps from the run's start, in
 * training examples. {@code keep=true}, after a stage of the same kind, goes on with what that remembers.
 */
public final class MethodSpec {

    private static final char HANDOVER = '~';
    private static final int MOST_DIGITS = 18;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]*");

    private MethodSpec() {}

    /**
     * Reads a method, wherever it hands over.
     *
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static Method parse(String text) {
        return parse(text, handover -> Optional.empty());
    }

    /**
     * Reads a method.
     *
     * @param refusal says of a handover what is allowed in its place; empty if it can be
     * @throws SpecException naming the character where it went wrong, what came and what is allowed
     */
    public static Method parse(String text, LongFunction<Optional<String>> refusal) {
        return text.indexOf(HANDOVER) < 0
                ? OptimizerSpec.parse(text)
                : new Staged(new Reader(text, OptimizerSpec.Rates.ONE, refusal).stages());
    }

    /** The same with the brackets that optimizers without settings came without, as in {@code sgd}; empty where none are missing. */
    public static Optional<String> bracketed(String text) {
        String[] parts = text.split(String.valueOf(HANDOVER), -1);
        for (int i = 0; i < parts.length; i += 2) {
            if (NAME.matcher(parts[i].strip()).matches()) {
                parts[i] = parts[i].strip() + "()";
            }
        }
        String all = String.join(String.valueOf(HANDOVER), parts);
        return all.equals(text) ? Optional.empty() : Optional.of(all);
    }

    /** Writes a method; reads back as the same. */
    public static String print(Method method) {
        return print(method, (index, spec) -> spec);
    }

    /** Writes a method, each stage as something makes of its number and spec. */
    static String print(Method method, BiFunction<Integer, String, String> written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < method.stages().size(); i++) {
            Stage stage = method.stages().get(i);
            if (i > 0) {
                text.append(HANDOVER).append(stage.from()).append(HANDOVER);
            }
            text.append(written.apply(i, print(stage)));
        }
        return text.toString();
    }

    /** Writes a stage without its handover. */
    public static String print(Stage stage) {
        String spec = OptimizerSpec.print(stage.optimizer());
        return stage.keep()
                ? spec.substring(0, spec.length() - 1) + "," + OptimizerSpec.KEEP + "=true)"
                : spec;
    }

    /** Reads a method with a range of rates in one of its stages. */
    static SweepSpec parseRange(String text, LongFunction<Optional<String>> refusal) {
        if (text.indexOf(HANDOVER) < 0) {
            OptimizerSpec.Read read = OptimizerSpec.read(text, false, OptimizerSpec.Rates.RANGE);
            boolean given = read.from() > 0;
            return new SweepSpec(
                    read.optimizer(),
                    0,
                    given ? read.from() : SweepSpec.LEAST,
                    given ? read.to() : SweepSpec.MOST);
        }
        Reader reader = new Reader(text, OptimizerSpec.Rates.EITHER, refusal);
        Staged staged = new Staged(reader.stages());
        if (reader.ranged < 0) {
            throw new SpecException(text.length(), "", "a range of rates in one stage, as in lr=0.001..10");
        }
        return new SweepSpec(staged, reader.ranged, reader.from, reader.to);
    }

    /** Reads several stages. */
    private static final class Reader {

        private final String text;
        private final OptimizerSpec.Rates rates;
        private final LongFunction<Optional<String>> refusal;
        private final List<Stage> stages = new ArrayList<>();
        private int ranged = -1;
        private double from;
        private double to;

        Reader(String text, OptimizerSpec.Rates rates, LongFunction<Optional<String>> refusal) {
            this.text = text;
            this.rates = rates;
            this.refusal = refusal;
        }

        List<Stage> stages() {
            int at = 0;
            long handover = 0;
            while (true) {
                int end = end(at);
                stage(handover, at, end);
                if (end == text.length()) {
                    return stages;
                }
                if (stages.size() == Method.MOST_STAGES) {
                    throw new SpecException(end, text.substring(end), "at most " + Method.MOST_STAGES + " stages");
                }
                at = end + 1;
                end = end(at);
                handover = handover(handover, at, end);
                if (end == text.length()) {
                    throw new SpecException(end, "", "'~' and an optimizer after the handover, as in ~8~sgd(lr=0.1)");
                }
                at = end + 1;
            }
        }

        private int end(int at) {
            int end = text.indexOf(HANDOVER, at);
            return end < 0 ? text.length() : end;
        }

        private long handover(long before, int at, int end) {
            String raw = text.substring(at, end).strip();
            int start = at + text.substring(at, end).indexOf(raw);
            boolean whole = !raw.isEmpty() && raw.length() <= MOST_DIGITS && raw.chars().allMatch(c -> c >= '0' && c <= '9');
            long handover = whole ? Long.parseLong(raw) : 0;
            if (handover <= before) {
                throw new SpecException(start, raw, "a whole number above " + before + ", where the next stage takes over");
            }
            refusal.apply(handover).ifPresent(allowed -> {
                throw new SpecException(start, raw, allowed);
            });
            return handover;
        }

        private void stage(long handover, int at, int end) {
            try {
                OptimizerSpec.Read read = OptimizerSpec.read(text.substring(at, end), !stages.isEmpty(), rates);
                if (read.keep()) {
                    checkKind(read);
                }
                if (read.from() > 0) {
                    range(read);
                }
                stages.add(new Stage(handover, read.optimizer(), read.keep()));
            } catch (SpecException refused) {
                throw refused.after(at);
            }
        }

        private void checkKind(OptimizerSpec.Read read) {
            OptimizerKind before = Optimizers.of(stages.getLast().optimizer());
            OptimizerKind kind = Optimizers.of(read.optimizer());
            if (!kind.equals(before)) {
                throw new SpecException(
                        read.keepAt(),
                        OptimizerSpec.KEEP + "=true",
                        kind.rule().isPresent() && before.rule().isPresent()
                                ? "keep=true between stages of one rule; these are two, of which the second starts afresh without it"
                                : "keep=true between stages of one kind, here " + before.name() + ", and not from " + before.name()
                                + " to " + kind.name() + "; without it " + kind.name() + " starts afresh");
            }
        }

        private void range(OptimizerSpec.Read read) {
            if (ranged >= 0) {
                throw new SpecException(
                        read.rangeAt(),
                        Decimal.write(read.from()) + ".." + Decimal.write(read.to()),
                        "one range in all stages, and there is one in stage " + (ranged + 1));
            }
            ranged = stages.size();
            from = read.from();
            to = read.to();
        }
    }
}
