package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import descentlab.dataset.FashionMnist;
import descentlab.exercise.OrderPart.Line;
import descentlab.exercise.Verdict.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of checker, with right, wrong and hostile answers. */
class CheckersTest {

    private static final Assignment TASK = new Assignment("a", "A", "?", List.of(), "");
    private static final NumberPart THIRD =
            new NumberPart(TASK, 2.0 / 3, new NumberPart.Trap(1.5, "Upside down."));

    @ParameterizedTest
    @ValueSource(
            strings = {"2/3", "0.6667", "0.667", " 4/6 ", "(1+1)/3", "6.667e-1", "2*3^-1",
                "sqrt(4)/3", "√4/3", "1−1/3"})
    void aNumberIsRightInAnyForm(String text) {
        assertThat(THIRD.check(Answer.of(text)).result()).as(text).isEqualTo(Result.RIGHT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.67 | three digits",
                "-2/3 | sign",
                "1.5 | Upside down",
                "17 | Not yet",
            })
    void aWrongNumberIsToldWhatIsWrong(String text, String says) {
        Verdict verdict = THIRD.check(Answer.of(text));
        assertThat(verdict.result()).isEqualTo(Result.WRONG);
        assertThat(verdict.message()).contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "0,66,7", "2/0", "x1", "NaN", "Infinity", "1e999", "<script>alert(1)</script>", "two thirds",
                "2//3", "((((", "sqrt(-1)", "'; drop table attempt; --", "0x10", "٢"
            })
    void whatIsNoNumberIsAnsweredAndDoesNotCount(String text) {
        Verdict verdict = THIRD.check(Answer.of(text));
        assertThat(verdict.counts()).as(verdict.message()).isFalse();
        assertThat(verdict.message()).isNotBlank();
    }

    @Test
    void aDecimalCommaIsUnderstood() {
        assertThat(THIRD.check(Answer.of("0,667"))).isEqualTo(THIRD.check(Answer.of("0.667")));
        assertThat(THIRD.check(Answer.of("0,667")).result()).isEqualTo(Result.RIGHT);
    }

    @Test
    void longAndDeepAnswersAreRefusedAtOnce() {
        assertThat(THIRD.check(Answer.of("(".repeat(900) + "1" + ")".repeat(900))).counts()).isFalse();
        assertThat(THIRD.check(Answer.of("-".repeat(190) + "1")).counts()).isIn(true, false);
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.of("1".repeat(10_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Answer.of("1\n2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answer(Collections.nCopies(1000, "1")))
                .withMessageContaining("at most");
    }

    private static boolean right(double value, String typed) {
        return new NumberPart(TASK, value).check(Answer.of(typed)).isRight();
    }

    @Test
    void rightIsTheValueRoundedToTheDigitsGiven() {
        assertThat(right(0.23456, "0.235")).isTrue();
        assertThat(right(0.23456, "0.2346")).isTrue();
        assertThat(right(0.23456, "0.234")).isFalse();
        assertThat(right(0.23456, "0.2347")).isFalse();
        assertThat(right(0.23456, "0.2345")).as("cut, to four digits").isTrue();
        assertThat(right(0.23456, "0.23")).isFalse();
        assertThat(right(0.5, "0.5")).isTrue();
        assertThat(right(0.50123, "0.5")).isFalse();
        assertThat(right(1234.4, "1230")).isTrue();
        assertThat(right(1234.4, "1200")).isFalse();
        assertThat(right(2 / 8.605551, "2/8.61")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00bc", "eta=0.25", "\u03b7 = 1/4", "25 %", "= .25", "\u2248 0.250", "x1=0.25", "0.2\u00b710^0+0.05"})
    void aQuarterIsReadHoweverItIsWritten(String text) {
        assertThat(right(0.25, text)).as(text).isTrue();
    }

    @Test
    void aBoundIsReadWhereABoundIsAskedFor() {
        assertThat(NumberPart.bound(TASK, 0.25).check(Answer.of("<0.25")).isRight()).isTrue();
        assertThat(NumberPart.bound(TASK, 0.25).check(Answer.of("eta \u2264 1/4")).isRight()).isTrue();
        assertThat(new NumberPart(TASK, 0.25).check(Answer.of("<0.25")).counts()).isFalse();
        assertThat(right(1.5, "1\u00bd")).isTrue();
    }

    @Test
    void whereTwoSlipsLeadToOneNumberBothAreNamed() {
        assertThat(new NumberPart(TASK, 2).check(Answer.of("4")).message()).contains("twice").contains("square");
    }

    @Test
    void goalsKeepEpsAndARadiusOfOneIsOne() {
        GoalPart goal = (GoalPart) GentlerDecay.EXERCISE.part(1, 2);
        RunPart.Plan plan = goal.plan(Answer.of("start=-5,-2&run=adagrad(lr=0.4,eps=1000,memory=0.5)"));
        assertThat(((RunPart.Plan.Refused) plan).verdict().message()).contains("eps is to stay at");
        EntriesPart silent = (EntriesPart) Rescaled.EXERCISE.part(1, 4);
        assertThat(silent.check(answer(3, 1.5, 1.5, 1.5, 3, 1.5, 1.5, 1.5, 3)).isRight()).isTrue();
        assertThat(silent.check(answer(0.9, 0.45, 0.45, 0.45, 0.9, 0.45, 0.45, 0.45, 0.9)).isRight()).isTrue();
    }

    @Test
    void aNearDirectionIsNotNoDegreesOff() {
        EntriesPart part = new EntriesPart(TASK, 2, 1, List.of(), Rules.direction(1, -2));
        assertThat(part.check(Answer.of("1", "-2.03")).message()).contains("0.3\u00b0 off");
    }

    @Test
    void optionsAreShownInAnOrderOfTheLearnersOwnAndKeptByTheirPlace() {
        Set<List<Integer>> orders = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            ChoicePart trap = (ChoicePart) TurnedObjective.EXERCISE.part(seed, 3);
            assertThat(trap.order()).isEqualTo(((ChoicePart) TurnedObjective.EXERCISE.part(seed, 3)).order());
            assertThat(trap.check(Answer.of("0")).isRight()).isTrue();
            orders.add(trap.order());
        }
        assertThat(orders).hasSize(6);
    }

    @Test
    void aMatrixIsMarkedEntryByEntry() {
        EntriesPart part = new EntriesPart(TASK, 2, 2, List.of(), Rules.values(1, 0.5, 0.5, 1));
        Verdict verdict = part.check(Answer.of("1", "1/2", "2", "1"));
        assertThat(verdict.result()).isEqualTo(Result.WRONG);
        assertThat(verdict.marks().stream().map(Verdict.Mark::result))
                .containsExactly(Result.RIGHT, Result.RIGHT, Result.WRONG, Result.RIGHT);
        assertThat(part.check(Answer.of("1", "sqrt(1/4)", "2^-1", "1.0")).isRight()).isTrue();
        Verdict unreadable = part.check(Answer.of("1", "", "one", "1"));
        assertThat(unreadable.counts()).isFalse();
        assertThat(unreadable.marks().get(2).note()).isNotBlank();
        assertThat(part.check(Answer.of("1")).counts()).isFalse();
    }

    @Test
    void aDirectionMayHaveAnyLengthAndSign() {
        EntriesPart part = new EntriesPart(TASK, 2, 1, List.of(), Rules.direction(1, -2));
        assertThat(part.check(Answer.of("-3", "6")).isRight()).isTrue();
        assertThat(part.check(Answer.of("1/2", "-1")).isRight()).isTrue();
        assertThat(part.check(Answer.of("1", "2")).isRight()).isFalse();
        assertThat(part.check(Answer.of("0", "0")).message()).contains("zero vector");
    }

    @Test
    void eigenvaluesMayComeInAnyOrderButEachOnce() {
        EntriesPart part = new EntriesPart(TASK, 2, 1, List.of(), Rules.inAnyOrder(1, 3));
        assertThat(part.check(Answer.of("3", "1")).isRight()).isTrue();
        assertThat(part.check(Answer.of("3", "3")).isRight()).isFalse();
    }

    @Test
    void aChoiceOutOfRangeIsNone() {
        ChoicePart part = new ChoicePart(
                TASK,
                List.of(new ChoicePart.Option("a", true, "yes"), new ChoicePart.Option("b", false, "no, since")));
        assertThat(part.check(Answer.of("0")).isRight()).isTrue();
        assertThat(part.check(Answer.of("1")).message()).isEqualTo("no, since");
        for (String bad : List.of("", "2", "-1", "99999999999", "0.5", "a")) {
            assertThat(part.check(Answer.of(bad)).counts()).as(bad).isFalse();
        }
    }

    private static OrderPart proof(Exercise exercise) {
        return (OrderPart) exercise.parts(1).stream()
                .filter(OrderPart.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyOrderThatRespectsWhatLinesRestOnIsAProof() {
        for (Exercise exercise : List.of(Distances.EXERCISE, Gerschgorin.EXERCISE)) {
            OrderPart proof = proof(exercise);
            for (long seed = 0; seed < 200; seed++) {
                List<String> order = order(proof, new Random(seed));
                assertThat(proof.check(new Answer(order)).isRight()).as(order.toString()).isTrue();
            }
        }
    }

    /** A random order of the lines that belong, each after those it rests on. */
    private static List<String> order(OrderPart proof, Random random) {
        List<Line> left = new ArrayList<>(proof.lines().stream().filter(Line::belongs).toList());
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Line> ready = left.stream().filter(line -> order.containsAll(line.needs())).toList();
            Line next = ready.get(random.nextInt(ready.size()));
            left.remove(next);
            order.add(next.id());
        }
        return order;
    }

    @Test
    void aWrongProofIsToldItsFirstStepThatDoesNotFollow() {
        OrderPart proof = proof(Distances.EXERCISE);
        assertThat(proof.check(Answer.of("linear", "product", "symmetric", "roots")).message())
                .startsWith("Line 3 does not follow")
                .contains("turn by");
        assertThat(proof.check(Answer.of("linear", "cancel")).message())
                .startsWith("Line 2 does not follow from the lines above it");
        assertThat(proof.check(Answer.of("linear", "product")).message()).contains("not complete");
        assertThat(proof.check(Answer.of("linear", "linear")).counts()).isFalse();
        assertThat(proof.check(Answer.of("nowhere")).counts()).isFalse();
        assertThat(proof.check(Answer.of("")).counts()).isFalse();
    }

    @Test
    void aFalseClaimIsBrokenByAMatrixThatBreaksIt() {
        EntriesPart part = (EntriesPart) Gerschgorin.EXERCISE.part(1, 4);
        assertThat(part.check(Answer.of("1", "-1", "2", "-1")).isRight()).isTrue();
        assertThat(part.check(Answer.of("2", "1", "1", "3")).message()).contains("holds one");
        assertThat(part.check(Answer.of("0", "0", "0", "0")).isRight()).isFalse();
        assertThat(part.check(Answer.of("1e300", "1", "1", "1e300")).isRight()).isFalse();
    }

    @Test
    void builtMatricesAreJudgedByTheirSpectrum() {
        EntriesPart silent = (EntriesPart) Rescaled.EXERCISE.part(1, 4);
        assertThat(silent.check(answer(1, .6, .6, .6, 1, .6, .6, .6, 1)).isRight()).isTrue();
        assertThat(silent.check(answer(1, .1, .1, .1, 1, .1, .1, .1, 1)).isRight()).isFalse();
        assertThat(silent.check(answer(1, 2, 2, 2, 1, 2, 2, 2, 1)).message()).contains("not positive definite");
        assertThat(silent.check(answer(1, 2, 0, 3, 1, 0, 0, 0, 1)).message()).contains("not symmetric");
        EntriesPart noGain = (EntriesPart) Rescaled.EXERCISE.part(1, 5);
        assertThat(noGain.check(answer(1, .9, .9, 1)).isRight()).isTrue();
        assertThat(noGain.check(answer(100, 0, 0, 1)).message()).contains("gain");
    }

    private static Answer answer(double... entries) {
        return new Answer(IntStream.range(0, entries.length).mapToObj(i -> String.valueOf(entries[i])).toList());
    }

    @Test
    void everyPartHasAnIdOfItsOwnHintsAndASolution() {
        for (Exercise exercise : Exercises.on(FashionMnist.NAME).all()) {
            List<Part> parts = exercise.endless()
                    ? IntStream.range(0, 20).mapToObj(i -> exercise.part(3, i)).toList()
                    : exercise.parts(3);
            assertThat(parts.stream().map(part -> part.task().id())).doesNotHaveDuplicates();
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.task().hints()).isNotEmpty();
                assertThat(part.task().solution()).isNotBlank();
                assertThat(part.task().prompt().chars().filter(c -> c == '$').count() % 2).isZero();
            });
        }
    }
}
