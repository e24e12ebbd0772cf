package descentlab.experiment;

import descentlab.notation.Decimal;
import descentlab.objective.Window;
import descentlab.optimizer.HeatSpec;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.SpecException;
import descentlab.optimizer.SweepSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the parameters of a query. Whatever is wrong is noted and answered with the default, so that a page can open
 * on what could be read and say what could not; an interface for programs refuses at the first problem.
 */
final class QueryReader {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final int LONGEST_VALUE = 1000;
    private static final double FARTHEST_EDGE = 1e9;

    /** Some seconds of a core. */
    private static final long MOST_STEPS_OF_MAP = 40_000_000;

    /** Up to here JavaScript holds all whole numbers exactly. */
    static final long MOST_SEED = 1L << 53;

    private final Map<String, List<String>> query;
    private final Set<String> known = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    QueryReader(Map<String, List<String>> query) {
        this.query = query;
    }

    /** What was wrong, in the order it was read; call after the last parameter, as unknown ones count too. */
    List<Problem> problems() {
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(Problem.unknown(
                        name,
                        query.get(name).isEmpty() ? "" : query.get(name).getFirst(),
                        known.stream().sorted().toList())));
        return problems;
    }

    void problem(String parameter, String came, String allowed) {
        problems.add(new Problem(parameter, came, allowed, false));
    }

    void tooMuch(String parameter, String came, String limit) {
        problems.add(new Problem(parameter, came, limit, true));
    }

    boolean has(String name) {
        known.add(name);
        return !query.getOrDefault(name, List.of()).isEmpty();
    }

    /** The value of a parameter that may stand once. */
    Optional<String> text(String name) {
        return text(name, LONGEST_VALUE);
    }

    /** The same, of a parameter that may be longer than others. */
    Optional<String> text(String name, int longest) {
        known.add(name);
        List<String> values = query.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            problem(name, String.join(" and ", values.subList(0, 2)), "one value");
        }
        String value = values.getFirst().strip();
        if (value.length() > longest) {
            problem(name, value.length() + " characters", "at most " + longest + " characters");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    double number(String name, double initial, double least, double most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return initial;
        }
        return Decimal.read(text.get()).stream()
                .filter(value -> value >= least && value <= most)
                .findFirst()
                .orElseGet(() -> {
                    problem(
                            name,
                            text.get(),
                            "a number from " + Decimal.write(least) + " to " + Decimal.write(most));
                    return initial;
                });
    }

    /** A whole number; above {@code limit} it is too much work. */
    int count(String name, int initial, int least, int limit) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return initial;
        }
        String allowed = "a whole number from " + least + " to " + limit;
        if (!text.get().matches("[+]?\\d+")) {
            problem(name, text.get(), allowed);
            return initial;
        }
        long value = WHOLE.matcher(text.get()).matches() ? Long.parseLong(text.get()) : Long.MAX_VALUE;
        if (value < least) {
            problem(name, text.get(), allowed);
            return initial;
        }
        if (value > limit) {
            tooMuch(name, text.get(), "at most " + limit);
            return initial;
        }
        return (int) value;
    }

    long seed(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return 0;
        }
        if (WHOLE.matcher(text.get()).matches()) {
            long value = Long.parseLong(text.get());
            if (value >= 0 && value <= MOST_SEED) {
                return value;
            }
        }
        problem(name, text.get(), "a whole number from 0 to " + MOST_SEED);
        return 0;
    }

    boolean flag(String name, boolean initial) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return initial;
        }
        return switch (text.get()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                problem(name, text.get(), "true or false");
                yield initial;
            }
        };
    }

    /** Numbers separated by commas (or semicolons between rows), each of size at most {@code most}. */
    double[] numbers(String name, double[] initial, double most, String example) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return initial;
        }
        double[] values = Arrays.stream(text.get().split("[,;]", -1))
                .mapToDouble(part -> Decimal.read(part).orElse(Double.NaN))
                .toArray();
        boolean fits = values.length == initial.length
                && Arrays.stream(values).allMatch(value -> Math.abs(value) <= most);
        if (!fits) {
            problem(
                    name,
                    text.get(),
                    initial.length + " finite numbers of size at most " + Decimal.write(most) + ", as in " + example);
            return initial;
        }
        return values;
    }

    /** Two whole numbers from {@code least} to {@code limit} each, as in 31x31. */
    int[] size(String name, int[] initial, int least, int limit) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return initial;
        }
        String allowed = "two whole numbers from " + least + " to " + limit + ", as in " + initial[0] + "x" + initial[1];
        if (!text.get().matches("\\d{1,9}x\\d{1,9}")) {
            problem(name, text.get(), allowed);
            return initial;
        }
        int[] size = Arrays.stream(text.get().split("x")).mapToInt(Integer::parseInt).toArray();
        if (size[0] < least || size[1] < least) {
            problem(name, text.get(), allowed);
            return initial;
        }
        if (size[0] > limit || size[1] > limit) {
            tooMuch(name, text.get(), "at most " + limit + "x" + limit);
            return initial;
        }
        return size;
    }

    /** Parameter {@code window}, as x1Min,x1Max,x2Min,x2Max. */
    Window window(Window usual) {
        double[] w = numbers(
                "window",
                new double[] {usual.x1Min(), usual.x1Max(), usual.x2Min(), usual.x2Max()},
                FARTHEST_EDGE,
                "-6,2,-3,2");
        if (!(w[0] < w[1] && w[2] < w[3])) {
            problem("window", text("window").orElse(""), "x1Min below x1Max and x2Min below x2Max");
            return usual;
        }
        return new Window(w[0], w[1], w[2], w[3]);
    }

    /** Notes that descents of so many steps in all are too much work, if they are. */
    void checkWork(String name, String came, long steps) {
        if (steps > MOST_STEPS_OF_MAP) {
            tooMuch(name, came, "what takes at most " + MOST_STEPS_OF_MAP + " steps in all; these are " + steps);
        }
    }

    /** The methods that need gradients only; see {@link #runs}. */
    List<Method> firstOrderRuns(int limit, Handovers handovers) {
        return runs(limit, handovers).stream()
                .filter(run -> {
                    boolean secondOrder = run.secondOrder();
                    if (secondOrder) {
                        problem("run", MethodSpec.print(run), "an optimizer that needs gradients only");
                    }
                    return !secondOrder;
                })
                .toList();
    }

    /** The methods, parameter {@code run}, which may stand several times. */
    List<Method> runs(int limit, Handovers handovers) {
        return runs(limit, spec -> MethodSpec.parse(spec, handovers::refusal));
    }

    /** The optimizers with two ranges each, parameter {@code run}, which may stand several times. */
    List<HeatSpec> heats(int limit) {
        return runs(limit, HeatSpec::parse);
    }

    /** The methods with a range of rates each, parameter {@code run}, which may stand several times. */
    List<SweepSpec> sweeps(int limit, Handovers handovers) {
        return runs(limit, spec -> SweepSpec.parse(spec, handovers::refusal));
    }

    private <S> List<S> runs(int limit, Function<String, S> parse) {
        known.add("run");
        List<String> specs = query.getOrDefault("run", List.of());
        if (specs.size() > limit) {
            tooMuch("run", specs.size() + " runs", "at most " + limit + " runs");
        }
        List<S> runs = new ArrayList<>();
        for (String spec : specs.subList(0, Math.min(limit, specs.size()))) {
            try {
                runs.add(parse.apply(spec));
            } catch (SpecException refused) {
                problem(
                        "run",
                        spec,
                        MethodSpec.bracketed(spec)
                                .filter(each -> isRead(each, parse))
                                .map(each -> "brackets after the name, though nothing stands in them: run=" + each)
                                .orElse(refused.allowed() + " (at character " + (refused.position() + 1) + ")"));
            }
        }
        return runs;
    }

    private static boolean isRead(String spec, Function<String, ?> parse) {
        try {
            parse.apply(spec);
            return true;
        } catch (SpecException refused) {
            return false;
        }
    }
}
