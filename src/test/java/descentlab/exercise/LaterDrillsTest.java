package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.exercise.Mistakes.Mistake;
import descentlab.exercise.NumberPart.Trap;
import descentlab.exercise.Solutions.Solution;
import descentlab.exercise.Verdict.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drills and steps far beyond the first: always answerable, always new, and the first as they always were. */
class LaterDrillsTest {

    private static final int SEEDS = 40;
    private static final int QUESTIONS = 200;

    private static final int PINNED_SEEDS = 60;

    /** Of prompts, hints and solutions of the first twenty drills, before others joined them. */
    private static final String FIRST_TWENTY = "cb56c66c7467533793052e82d8955971f952a5f1e93d49045c16c13a15b14d02";

    private static final Map<String, Function<String, Solution>> SOLUTIONS = Stream.of(
                    DrillSolutions.ALL, LaterDrillSolutions.ALL, StepSolutions.ALL)
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Exercise exercise(String id) {
        return Exercises.on("silhouettes").named(id).orElseThrow();
    }

    @Test
    void theFirstTwentyAreWhatTheyAlwaysWere() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long seed = 0; seed < PINNED_SEEDS; seed++) {
            for (int index = 0; index < 20; index++) {
                Assignment task = Drills.EXERCISE.part(seed * 7919, index).task();
                digest.update((task.id() + task.prompt() + task.hints() + task.solution()).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(FIRST_TWENTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drills", "steps"})
    void eachIsAnsweredRightlyAndEachMistakeIsToldItsReason(String id) {
        Exercise exercise = exercise(id);
        IntStream.range(0, SEEDS).parallel().forEach(seed -> {
            for (int index = 0; index < QUESTIONS; index++) {
                CheckedPart part = (CheckedPart) exercise.part(seed * 7919L + 1, index);
                Function<String, Solution> solver = SOLUTIONS.get(id + "/" + part.task().title());
                if (solver != null) {
                    Solution solution = solver.apply(part.task().prompt());
                    assertRight(part, solution.right());
                    solution.mistakes().all().forEach(mistake -> assertWrong(part, mistake));
                } else {
                    assertThat(part).isInstanceOf(ChoicePart.class);
                }
                if (part instanceof NumberPart number) {
                    assertRight(part, number.value());
                    number.traps().forEach(trap -> assertTrapped(number, trap));
                }
            }
        });
    }

    private static void assertRight(CheckedPart part, double... values) {
        Answer answer = new Answer(Arrays.stream(values).mapToObj(Double::toString).toList());
        assertThat(part.check(answer).isRight()).as("%s by %s", part.task().prompt(), answer).isTrue();
    }

    private static void assertWrong(CheckedPart part, Mistake mistake) {
        assertThat(part.check(new Answer(mistake.answer())).result())
                .as("%s by %s", part.task().prompt(), mistake)
                .isEqualTo(Result.WRONG);
    }

    private static void assertTrapped(NumberPart part, Trap trap) {
        assertThat(trap.value()).as("%s of %s", trap, part.task().prompt()).isNotEqualTo(part.value());
        Verdict verdict = part.check(Answer.of(Double.toString(trap.value())));
        assertThat(verdict.result()).as("%s of %s", trap, part.task().prompt()).isEqualTo(Result.WRONG);
        assertThat(verdict.message()).contains(trap.message());
    }

    /** By Adagrad and momentum themselves, which {@link StepSolutions} has taken the steps. */
    @ParameterizedTest
    @ValueSource(strings = {"drills", "steps"})
    void aStepIsWhatTheOptimizerTakes(String id) {
        Exercise exercise = exercise(id);
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            for (int index = 0; index < QUESTIONS; index++) {
                Part part = exercise.part(seed, index);
                Function<String, Solution> steps = StepSolutions.ALL.get(id + "/" + part.task().title());
                if (steps != null) {
                    double taken = steps.apply(part.task().prompt()).right()[0];
                    double value = ((NumberPart) part).value();
                    assertThat(Math.abs(value - taken))
                            .as(part.task().prompt())
                            .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(taken)));
                    seen.merge(part.task().title(), 1, Integer::sum);
                }
            }
        }
        assertThat(seen).hasSize(5).allSatisfy((title, times) -> assertThat(times).as(title).isGreaterThan(SEEDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drills", "steps"})
    void theyGoOnBeingNew(String id) {
        Exercise exercise = exercise(id);
        int asked = 0;
        int different = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Set<String> prompts = new HashSet<>();
            for (int index = 0; index < QUESTIONS; index++) {
                prompts.add(exercise.part(seed, index).task().prompt());
                asked++;
            }
            different += prompts.size();
        }
        assertThat(different).isGreaterThan(asked * 19 / 20);
    }

    @Test
    void furtherKindsJoinTheDrillsFromTheTwentyFirstOn() {
        Set<String> first = titles(0, 20);
        assertThat(first).hasSize(6);
        assertThat(Drills.EXERCISE.part(1, 20).task().title()).isEqualTo("The new place");
        assertThat(titles(20, 60)).hasSizeGreaterThanOrEqualTo(first.size() + 8);
    }

    private static Set<String> titles(int from, int to) {
        Set<String> titles = new HashSet<>();
        for (int index = from; index < to; index++) {
            titles.add(Drills.EXERCISE.part(1, index).task().title());
        }
        return titles;
    }
}
