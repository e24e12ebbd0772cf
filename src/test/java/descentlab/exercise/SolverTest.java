package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Silhouettes;
import descentlab.exercise.Mistakes.Mistake;
import descentlab.exercise.OtherSolutions.Solved;
import descentlab.exercise.Solutions.Solution;
import descentlab.exercise.Verdict.Result;
import descentlab.experiment.Ended;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Answers 300 seeds of every question: rightly in ten notations, and wrongly by each plausible mistake.
 * Counts right answers that are refused, wrong ones that are accepted, wrong ones that get no reason, and reasons that are
 * none of what was done.
 */
class SolverTest {

    private static final int SEEDS = 300;

    /** Of an exercise without end: enough for every kind, for a fifth of the seeds. */
    private static final int QUESTIONS = 60;

    private static final int FIRST_QUESTIONS = 20;

    /** Questions whose numbers are read off a training. */
    private static final int READINGS = 2;

    private static final Map<String, Function<String, Solution>> NUMBERS = Stream.of(
                    Solutions.ALL, DrillSolutions.ALL, LaterDrillSolutions.ALL, StepSolutions.ALL)
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What says that something is wrong, and not why. */
    private static final String NO_REASON = "Not yet\\.|No entry is right yet\\.|One entry is not right; it is marked\\."
            + "|\\d+ entries are not right; they are marked\\.|That vector points elsewhere: it is [^.]*(\\.\\d+)?° off\\."
            + "|None is in its place yet\\.|\\d of \\d in place\\.|Not here\\.|Close, but not there yet\\.";

    /** Counted into by several threads, each under the row's own lock. */
    private static final class Row {
        int right;
        int refused;
        int wrong;
        int accepted;
        int unexplained;
        int misexplained;
        int halfNamed;
        final Map<String, Integer> missing = new TreeMap<>();
        final Map<String, String> examples = new TreeMap<>();
    }

    private final Map<String, Row> table = new ConcurrentSkipListMap<>();

    /** Of questions that are the same for all seeds. */
    private final Map<String, String> prompts = new ConcurrentHashMap<>();

    @Test
    void everyQuestionIsAnsweredRightlyAndWrongly() {
        for (Exercise exercise : Exercises.on(Silhouettes.NAME).all()) {
            IntStream.range(0, SEEDS).parallel().forEach(i -> answer(exercise, i));
        }
        print();
    }

    private void answer(Exercise exercise, int i) {
        long seed = i * 7919L + 1;
        List<Part> parts = exercise.endless()
                ? IntStream.range(0, i % 5 == 0 ? QUESTIONS : FIRST_QUESTIONS).mapToObj(index -> exercise.part(seed, index)).toList()
                : exercise.parts(seed);
        for (Part part : parts) {
            String name = exercise.endless() ? part.task().title() : part.task().id();
            answer(exercise.id() + "/" + name, part, seed);
        }
    }

    private void answer(String key, Part part, long seed) {
        assertThat(NUMBERS.containsKey(key) || OtherSolutions.ALL.containsKey(key) || part instanceof ReadingPart)
                .as("a solution of " + key)
                .isTrue();
        Row row = table.computeIfAbsent(key, each -> new Row());
        if (NUMBERS.containsKey(key)) {
            Solution solution = NUMBERS.get(key).apply(part.task().prompt());
            Function<Answer, Verdict> judge = ((CheckedPart) part)::check;
            for (Notation notation : Notation.values()) {
                right(row, part, judge, notation.write(solution.right(), solution.bound()));
            }
            wrong(row, part, judge, solution.mistakes().all());
        } else if (part instanceof ReadingPart reading) {
            boolean layers = key.equals("real-training/rates");
            Map<String, Double> read =
                    layers ? OtherSolutions.table(new Random(seed)) : NetworkSolutions.looked(new Random(seed));
            Ended ended = new Ended(OptimizerSpec.parse("adagrad(lr=0.02)"), new Outcome.Finished(), 0.9, read);
            Function<Answer, Verdict> judge = answer -> reading.verdict(answer, List.of(List.of(ended)));
            for (Notation notation : Notation.values()) {
                right(row, part, judge, notation.write(layers ? OtherSolutions.read(read) : NetworkSolutions.read(read), false));
            }
            wrong(row, part, judge, (layers ? OtherSolutions.misread(read) : NetworkSolutions.misread(read)).all());
        } else if (part instanceof CheckedPart checked) {
            Solved solved = OtherSolutions.ALL.get(key).apply(part, new Random(seed));
            solved.right().forEach(typed -> right(row, part, checked::check, typed));
            wrong(row, part, checked::check, solved.mistakes().all());
        } else if (prompts.putIfAbsent(key, part.task().prompt()) == null) {
            // Run parts are the same for all seeds, and are run once.
            Solved solved = OtherSolutions.ALL.get(key).apply(part, new Random(seed));
            Function<Answer, Verdict> judge = answer -> Runs.judge((RunPart) part, answer);
            solved.right().forEach(typed -> right(row, part, judge, typed));
            wrong(row, part, judge, solved.mistakes().all());
        }
        assertThat(prompts.getOrDefault(key, part.task().prompt())).as(key).isEqualTo(part.task().prompt());
    }

    private void right(Row row, Part part, Function<Answer, Verdict> judge, List<String> typed) {
        Verdict verdict = judge.apply(new Answer(typed));
        synchronized (row) {
            row.right++;
            if (!verdict.isRight()) {
                row.refused++;
                row.examples.putIfAbsent("refused", typed + " of " + part.task().prompt() + " " + verdict);
            }
        }
    }

    private void wrong(Row row, Part part, Function<Answer, Verdict> judge, List<Mistake> mistakes) {
        for (Mistake mistake : mistakes) {
            Verdict verdict = judge.apply(new Answer(mistake.answer()));
            synchronized (row) {
                wrong(row, part, mistakes, mistake, verdict);
            }
        }
    }

    private static void wrong(Row row, Part part, List<Mistake> mistakes, Mistake mistake, Verdict verdict) {
        row.wrong++;
        String reason = reason(verdict);
        List<Mistake> same = mistakes.stream()
                .filter(other -> other.answer().equals(mistake.answer()))
                .toList();
        if (verdict.result() == Result.RIGHT) {
            row.accepted++;
            row.examples.putIfAbsent("accepted", mistake + " of " + part.task().prompt());
        } else if (reason.isBlank()) {
            row.unexplained++;
            row.missing.merge(mistake.name(), 1, Integer::sum);
        } else if (same.stream().noneMatch(each -> each.says().matcher(reason).find())) {
            row.misexplained++;
            row.examples.putIfAbsent(
                    "misexplained " + mistake.name(), mistake.answer() + " of " + part.task().prompt() + " " + reason);
        } else if (!mistake.says().matcher(reason).find()) {
            row.halfNamed++;
            row.examples.putIfAbsent(
                    "half named " + mistake.name(), mistake.answer() + " of " + part.task().prompt() + " " + reason);
        }
    }

    private static String reason(Verdict verdict) {
        String notes = verdict.marks().stream().map(Verdict.Mark::note).distinct().collect(Collectors.joining(" "));
        return (verdict.message() + " " + notes).replaceAll(NO_REASON, "").strip();
    }

    /** The ways in which a right answer is typed. */
    private enum Notation {
        THREE_DIGITS,
        FOUR_DIGITS,
        FRACTION,
        SCIENTIFIC,
        LEADING_DOT,
        SPACES,
        UNICODE_MINUS,
        NAMED,
        RELATION,
        FIVE_DIGITS_OR_SIGN;

        List<String> write(double[] values, boolean bound) {
            return Arrays.stream(values).mapToObj(value -> write(value, bound)).toList();
        }

        private String write(double value, boolean bound) {
            String three = digits(value, 3);
            return switch (this) {
                case THREE_DIGITS -> three;
                case FOUR_DIGITS -> digits(value, 4);
                case FRACTION -> fraction(value);
                case SCIENTIFIC -> scientific(value);
                case LEADING_DOT -> three.replaceFirst("^(-?)0\\.", "$1.");
                case SPACES -> "  " + three + "  ";
                case UNICODE_MINUS -> scientific(value).replace("e", "\u00b710^").replace('-', '\u2212');
                case NAMED -> "eta=" + three;
                case RELATION -> bound ? "<" + three : "= " + digits(value, 4);
                case FIVE_DIGITS_OR_SIGN -> {
                    int at = List.of(0.25, 0.5, 0.75).indexOf(value);
                    yield at < 0 ? digits(value, 5) : List.of("\u00bc", "\u00bd", "\u00be").get(at);
                }
            };
        }

        private static String digits(double value, int digits) {
            return value == 0 ? "0" : tidy(value).round(new MathContext(digits)).toPlainString();
        }

        private static BigDecimal tidy(double value) {
            return new BigDecimal(value).round(new MathContext(13));
        }

        private static String scientific(double value) {
            if (value == 0) {
                return "0";
            }
            BigDecimal rounded = tidy(value).round(new MathContext(3));
            int exponent = rounded.precision() - rounded.scale() - 1;
            return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
        }

        private static String fraction(double value) {
            for (int below = 1; below <= 2000; below++) {
                double above = Math.rint(value * below);
                if (Math.abs(above / below - value) < 1e-11 * Math.abs(value)) {
                    return (long) above + "/" + below;
                }
            }
            BigDecimal four = tidy(value).round(new MathContext(4));
            return four.unscaledValue() + "/" + BigDecimal.TEN.pow(four.scale()).toPlainString();
        }
    }

    private void print() {
        Row sum = new Row();
        System.out.println("| question | right | refused | wrong | accepted | unexplained | wrongly explained | half named |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        table.forEach((key, row) -> {
            print(key, row);
            sum.right += row.right;
            sum.refused += row.refused;
            sum.wrong += row.wrong;
            sum.accepted += row.accepted;
            sum.unexplained += row.unexplained;
            sum.misexplained += row.misexplained;
            sum.halfNamed += row.halfNamed;
        });
        print("all", sum);
        if (Boolean.getBoolean("solver.details")) {
            table.forEach((key, row) -> System.out.println(key + " " + row.missing + " " + row.examples));
        }
        assertThat(table).hasSize(NUMBERS.size() + OtherSolutions.ALL.size() + READINGS);
        assertThat(sum.refused).as("right answers refused").isZero();
        assertThat(sum.accepted).as("wrong answers accepted").isZero();
        assertThat(sum.misexplained + sum.halfNamed).as("reasons that are none, or not all").isZero();
        assertThat(10 * sum.unexplained).as("wrong answers without a reason").isLessThan(sum.wrong);
    }

    private static void print(String key, Row row) {
        System.out.printf(
                "| %s | %d | %d | %d | %d | %d | %d | %d |%n",
                key, row.right, row.refused, row.wrong, row.accepted, row.unexplained, row.misexplained, row.halfNamed);
    }
}
