package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.experiment.TableTask;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.SweepSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handover leaves as it was, what it begins anew, and what it takes along. */
class StagesTest {

    private static final int STEPS = 30;

    private static final ImageData PICTURES = new ImageData(
            "some", "Some", Silhouettes.standard().training().first(200), Silhouettes.standard().test().first(40));

    static Stream<String> all() {
        return Stream.concat(
                Optimizers.all().stream().map(OptimizerKind::initial).map(OptimizerSpec::print),
                Stream.of(
                        "torch.rmsprop(lr=0.01,centered=true,momentum=0.5)",
                        "torch.adam(lr=0.01,amsgrad=true)",
                        "torch.sgd(lr=0.01,momentum=0.9,dampening=0.3)",
                        "torch.nadam(lr=0.01,schedule=warmup(20))",
                        "adagrad(lr=0.1,schedule=cosine(40))"));
    }

    static Stream<String> firstOrder() {
        return all().filter(spec -> !MethodSpec.parse(spec).secondOrder());
    }

    private static Trace race(String spec) {
        return race(spec, 0.2);
    }

    private static Trace race(String spec, double noise) {
        Descent descent = new Descent(
                Objectives.named("ellipse").orElseThrow().function(), MethodSpec.parse(spec), new Point(-5, -2), STEPS, noise, 5);
        descent.finish();
        return descent.trace();
    }

    private static Training table(String spec, int batch, boolean shuffle) {
        Training training = new Training(
                TableTask.AIRFOIL.problem(),
                TableTask.AIRFOIL.measure(),
                MethodSpec.parse(spec),
                new TrainingPlan(batch, 3, 50, 3, shuffle, InitialParameters.NORMAL));
        training.finish();
        return training;
    }

    private static Training pictures(Architecture network, String spec) {
        Training training = new Training(
                network.on(28, 10), PICTURES, MethodSpec.parse(spec), new TrainingPlan(32, 2, 32, 3, true), Crew.NONE);
        training.finish();
        return training;
    }

    /** Rows but for the seconds and for columns that only the one has. */
    private static double[] rows(Trace trace, List<String> columns, int from, int to) {
        List<String> compared = columns.stream().filter(column -> !column.equals("seconds")).toList();
        return IntStream.range(from, to)
                .boxed()
                .flatMapToDouble(row -> compared.stream().mapToDouble(column -> trace.at(row, trace.columns().indexOf(column))))
                .toArray();
    }

    private static void assertSame(Trace trace, Trace other, int from, int to) {
        assertThat(rows(trace, other.columns(), from, to)).isEqualTo(rows(other, other.columns(), from, to));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatLiesBeforeAHandoverIsAsItIsWithoutIt(String spec) {
        Trace parent = race(spec);
        Trace branch = race(spec + "~12~adagrad(lr=0.3)~20~sgd(lr=0.01)");
        assertSame(branch, parent, 0, 13);
        assertThat(branch.at(13, Descent.X1)).isNotEqualTo(parent.at(13, Descent.X1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatKeepsAllGoesOnAsIfNothingHadBeen(String spec) {
        String kept = spec.replaceAll("\\)$", ",keep=true)");
        Trace branch = race(spec + "~1~" + kept + "~12~" + kept + "~13~" + kept);
        Trace parent = race(spec);
        assertThat(branch.columns()).isEqualTo(parent.columns());
        assertSame(branch, parent, 0, STEPS + 1);
    }

    /** Its memory empty, its clock and its schedule at their start, and only the noise that of later steps. */
    @ParameterizedTest
    @MethodSource("all")
    void whatStartsAfreshIsAsItIsFromThere(String spec) {
        Trace branch = race("sgd(lr=0.1)~12~" + spec, 0);
        Descent fresh = new Descent(
                Objectives.named("ellipse").orElseThrow().function(),
                MethodSpec.parse(spec),
                new Point(branch.at(12, Descent.X1), branch.at(12, Descent.X2)),
                STEPS - 12,
                0,
                0);
        fresh.finish();
        Trace from = fresh.trace();
        assertThat(rows(branch, from.columns(), 13, STEPS + 1)).isEqualTo(rows(from, from.columns(), 1, STEPS - 11));
    }

    @Test
    void memoriesStandByTheirSymbolsAndAreNoneWhereTheStageHasNone() {
        Trace trace = race("momentum(lr=0.1)~3~adam(lr=0.1)~6~sgd(lr=0.1)~9~adagrad(lr=0.1)");
        assertThat(trace.columns()).endsWith("rate1", "rate2", "v1", "v2", "s1", "s2");
        int v = trace.columns().indexOf("v1");
        int s = trace.columns().indexOf("s2");
        assertThat(IntStream.range(0, 13).mapToObj(row -> Double.isNaN(trace.at(row, v)) ? "-" : "v"))
                .containsExactly("v", "v", "v", "v", "v", "v", "v", "-", "-", "-", "-", "-", "-");
        assertThat(IntStream.range(0, 13).mapToObj(row -> Double.isNaN(trace.at(row, s)) ? "-" : "s"))
                .containsExactly("-", "-", "-", "-", "s", "s", "s", "-", "-", "-", "s", "s", "s");
    }

    @Test
    void theRatesOfARowAreThoseOfTheStageThatLedThere() {
        Trace trace = race("sgd(lr=0.1)~4~sgd(lr=0.02,schedule=step(1,0.5))");
        assertThat(IntStream.range(1, 8).mapToDouble(row -> trace.at(row, Descent.RATE1)))
                .containsExactly(0.1, 0.1, 0.1, 0.1, 0.02, 0.01, 0.005);
        Trace kept = race("sgd(lr=0.1)~4~sgd(lr=0.02,schedule=step(1,0.5),keep=true)");
        assertThat(kept.at(5, Descent.RATE1)).as("the clock goes on").isEqualTo(0.02 / 16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd(lr=0.1)~30~adagrad(lr=0.1)", "sgd(lr=0.1)~1000~adagrad(lr=0.1)"})
    void whatIsHandedOverTooLateNeverIs(String spec) {
        assertSame(race(spec), race("sgd(lr=0.1)"), 0, STEPS + 1);
    }

    @ParameterizedTest
    @MethodSource("firstOrder")
    void aTableIsTrainedAlikeUpToTheHandover(String spec) {
        Trace parent = table(spec, 50, true).trace();
        Trace branch = table(spec + "~1000~sgd(lr=0.002)~1650~adagrad(lr=0.1)", 50, true).trace();
        assertSame(branch, parent, 0, 21);
        assertThat(branch.at(21, Training.LOSS)).isNotEqualTo(parent.at(21, Training.LOSS));
        String kept = spec.replaceAll("\\)$", ",keep=true)");
        Trace whole = table(spec + "~1000~" + kept + "~1650~" + kept, 50, true).trace();
        assertSame(whole, parent, 0, parent.rows());
    }

    /** An epoch's last batch is smaller: 1500 is between two batches of 64, and 1536 is not. */
    @Test
    void aHandoverIsBetweenTwoBatchesAlsoWhereAnEpochEnds() {
        Trace parent = table("sgd(lr=0.01)", 64, false).trace();
        Trace branch = table("sgd(lr=0.01)~1500~sgd(lr=0.1)", 64, false).trace();
        int last = IntStream.range(0, parent.rows()).filter(row -> parent.at(row, Training.EXAMPLES) == 1500).findFirst().orElseThrow();
        assertSame(branch, parent, 0, last + 1);
        assertThat(branch.at(last + 1, Training.LOSS)).isNotEqualTo(parent.at(last + 1, Training.LOSS));
    }

    @ParameterizedTest
    @MethodSource("firstOrder")
    void picturesAreTrainedAlikeUpToTheHandover(String spec) {
        Trace parent = pictures(Architecture.SOFTMAX, spec).trace();
        Trace branch = pictures(Architecture.SOFTMAX, spec + "~200~sgd(lr=0.03)").trace();
        int last = IntStream.range(0, parent.rows()).filter(row -> parent.at(row, Training.EXAMPLES) == 200).findFirst().orElseThrow();
        assertSame(branch, parent, 0, last + 1);
        assertThat(rows(branch, parent.columns(), last + 1, last + 2))
                .isNotEqualTo(rows(parent, parent.columns(), last + 1, last + 2));
        Trace kept = pictures(Architecture.SOFTMAX, spec + "~96~" + spec.replaceAll("\\)$", ",keep=true)")).trace();
        assertSame(kept, parent, 0, parent.rows());
    }

    @Test
    void leNetGoesOnAtASmallerRateWithWhatItRemembers() {
        Training parent = pictures(Architecture.LENET, "adagrad(lr=0.05)");
        Training cut = pictures(Architecture.LENET, "adagrad(lr=0.05)~232~adagrad(lr=0.005,keep=true)");
        Training anew = pictures(Architecture.LENET, "adagrad(lr=0.05)~232~adagrad(lr=0.005)");
        int last = IntStream.range(0, parent.trace().rows())
                .filter(row -> parent.trace().at(row, Training.EXAMPLES) == 232)
                .findFirst()
                .orElseThrow();
        for (Training branch : List.of(cut, anew)) {
            assertSame(branch.trace(), parent.trace(), 0, last + 1);
            assertThat(branch.parameters()).isNotEqualTo(parent.parameters());
        }
        assertThat(Arrays.stream(cut.rates()).max().getAsDouble())
                .as("the sum goes on")
                .isLessThan(Arrays.stream(anew.rates()).max().getAsDouble());
    }

    private static Outcome.Diverged diverged(String spec, int steps) {
        Descent descent = new Descent(
                Objectives.named("ellipse").orElseThrow().function(), MethodSpec.parse(spec), new Point(-5, -2), steps, 0, 0);
        return (Outcome.Diverged) descent.finish();
    }

    @Test
    void theStageThatRanAwayIsToldItsBoundAndARateThatWasTried() {
        Outcome.Diverged last = diverged("sgd(lr=0.4)~10~sgd(lr=3)", 100);
        assertThat(last.step()).isGreaterThan(10);
        assertThat(last.explanation())
                .contains("lr = 3 is above 2/λₘₐₓ = 0.5")
                .doesNotContain("works")
                .contains(" in stage 2 the same run stays in bounds.");
        Method mended = MethodSpec.parse("sgd(lr=0.4)~10~sgd(lr=3)").withRate(last.suggestedRate().orElseThrow());
        Descent again = new Descent(
                Objectives.named("ellipse").orElseThrow().function(), mended, new Point(-5, -2), 100, 0, 0);
        assertThat(again.finish()).isNotInstanceOf(Outcome.Diverged.class);
    }

    /** The trace goes on past the bound, into a stage that is not to blame. */
    @Test
    void anEarlierStageIsToldInWordsOnlyAsARateIsTheLastOnes() {
        Outcome.Diverged first = diverged("sgd(lr=0.6)~90~sgd(lr=0.1)", 100);
        assertThat(first.step()).isLessThan(90);
        assertThat(first.explanation()).contains("lr = 0.6 is above").contains(" in stage 1 the same run stays in bounds.");
        assertThat(first.suggestedRate()).isEmpty();
    }

    @Test
    void anOptimizerAloneIsToldAsEver() {
        assertThat(diverged("sgd(lr=3)", 100).explanation()).endsWith("; lr = 0.25 works.");
    }

    @ParameterizedTest
    @CsvSource({
        "'adagrad(lr=0.4)~8~sgd(lr=0.001..10)', 'adagrad(lr=0.4)~8~sgd(lr=%s)'",
        "'adagrad(lr=0.001..10)~8~sgd(lr=0.1)', 'adagrad(lr=%s)~8~sgd(lr=0.1)'",
        "'momentum(lr=0.1)~8~momentum(lr=0.001..10,keep=true)', 'momentum(lr=0.1)~8~momentum(lr=%s,keep=true)'",
    })
    void aSweepTriesOneStagesRates(String range, String at) {
        Sweep sweep = new Sweep(
                Objectives.named("ellipse").orElseThrow().function(), SweepSpec.parse(range), 9, new Point(-5, -2), STEPS, 0.2, 5);
        sweep.finish();
        for (int row = 0; row < 9; row++) {
            Descent one = new Descent(
                    Objectives.named("ellipse").orElseThrow().function(),
                    MethodSpec.parse(at.formatted(sweep.trace().at(row, Sweep.LR))),
                    new Point(-5, -2),
                    STEPS,
                    0.2,
                    5);
            one.finish();
            assertThat(sweep.trace().at(row, Sweep.F)).isEqualTo(one.result());
        }
    }
}
