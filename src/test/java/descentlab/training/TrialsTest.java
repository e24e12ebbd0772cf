package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.ByteImages;
import descentlab.dataset.DataException;
import descentlab.dataset.ImageData;
import descentlab.dataset.Preparation;
import descentlab.dataset.ReferenceData;
import descentlab.dataset.ShapedData;
import descentlab.dataset.Silhouettes;
import descentlab.experiment.TableTask;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.DataFit;
import descentlab.model.EmpiricalRisk;
import descentlab.model.RiskOfRows;
import descentlab.model.TargetLoss;
import descentlab.optimizer.MethodSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A fair study: what trains, what chooses and what tests are three things. */
class TrialsTest {

    private static final TrainingPlan PLAN = new TrainingPlan(10, 2, 200, 0, true, InitialParameters.NORMAL);
    private static final int HELD_OUT = 3;
    private static final int TEST = 5;

    private static Trials onTable(String spec, int trials, long seed) {
        Trials series = new Trials(Bench.ofTable(TableTask.AIRFOIL.problem(), PLAN), MethodSpec.parse(spec), 3, trials, seed);
        series.finish();
        return series;
    }

    @Test
    void theChosenTrialHasTheLeastLossOnWhatIsHeldOutAndItAloneIsTested() {
        Trials trials = onTable("adagrad(lr=0.1)", 6, 0);
        Trace rows = trials.trace();
        assertThat(rows.rows()).isEqualTo(7);
        int least = IntStream.range(0, 6)
                .boxed()
                .min((one, other) -> Double.compare(rows.at(one, HELD_OUT), rows.at(other, HELD_OUT)))
                .orElseThrow();
        assertThat(rows.at(6, 0)).isEqualTo(least + 1);
        assertThat(rows.at(6, 1)).isEqualTo(rows.at(least, 1));
        assertThat(rows.at(6, HELD_OUT)).isEqualTo(rows.at(least, HELD_OUT));
        assertThat(IntStream.range(0, 6).mapToObj(i -> rows.at(i, TEST))).allMatch(value -> Double.isNaN(value));
        assertThat(rows.at(6, TEST)).isBetween(0.15, 0.4).isEqualTo(trials.result());
        Map<String, double[]> found = trials.fitted();
        assertThat(found.get("chosen")).containsExactly(least + 1, rows.at(least, 1));
        assertThat(found.get("test")).containsExactly(trials.result());
        assertThat(found.get("examples")).containsExactly(1200, 150, 150);
        assertThat(found.get("expected")).hasSize(6).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(found.get("range")[1] / found.get("range")[0]).isCloseTo(1000, within(1e-9));
    }

    /** The rows that are held out are gone through by hand, as no others are. */
    @Test
    void whatIsHeldOutAndWhatTestsAreMeasuredAsTheyAre() {
        EmpiricalRisk risk = TableTask.AIRFOIL.problem();
        Bench bench = Bench.ofTable(risk, PLAN);
        Training trial = bench.trial().apply(MethodSpec.parse("adagrad(lr=0.1)"));
        trial.finish();
        Training test = bench.tested().apply(MethodSpec.parse("adagrad(lr=0.1)"));
        test.startAt(trial.parameters());
        test.finish();
        // All 1500 are those that train, those held out and those that test, and no row is in two of them.
        double all = risk.loss(trial.parameters()) * 1500;
        double parts = trial.trace().last(Training.LOSS) * 1200 + trial.trace().last(bench.loss()) * 150
                + test.trace().last(bench.loss()) * 150;
        assertThat(parts).isCloseTo(all, within(1e-9 * all));
        assertThat(test.parameters()).isEqualTo(trial.parameters());
        assertThat(test.trace().rows()).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherOtherRates() {
        assertThat(rates(onTable("sgd(lr=0.01)", 4, 5))).isEqualTo(rates(onTable("sgd(lr=0.01)", 4, 5)));
        assertThat(rates(onTable("sgd(lr=0.01)", 4, 5))).isNotEqualTo(rates(onTable("sgd(lr=0.01)", 4, 6)));
    }

    private static List<Double> rates(Trials trials) {
        return IntStream.range(0, 4).mapToObj(i -> trials.trace().at(i, 1)).toList();
    }

    /** Each of them goes back to where it began, and nothing is tested. */
    @Test
    void whereAllGoWrongNothingIsChosen() {
        Trials trials = onTable("sgd(lr=100)", 3, 0);
        assertThat(trials.trace().rows()).isGreaterThanOrEqualTo(3);
        Map<String, double[]> found = trials.fitted();
        assertThat(found.get("failed")).containsExactly(3);
        assertThat(found.get("expected")[2]).isCloseTo(found.get("start")[0], within(1e-12));
    }

    @Test
    void ofPicturesTheLastAreHeldOut() {
        ByteImages training = Silhouettes.standard().training().first(400);
        ImageData all = new ImageData("some", "Some", training, Silhouettes.standard().test().first(50));
        Bench bench = Bench.ofPictures(
                Architecture.SOFTMAX.on(28, 10), all, 400, Preparation.NONE, new TrainingPlan(40, 3, 40, 0, true), Crew.NONE);
        assertThat(List.of(bench.trained(), bench.heldOut(), bench.tests())).isEqualTo(List.of(360, 40, 50));
        Trials trials = new Trials(bench, MethodSpec.parse("adagrad(lr=0.05)"), 2, 3, 0);
        trials.finish();
        assertThat(trials.fitted().get("test")).hasSize(2);
        assertThat(trials.fitted().get("test")[1]).isBetween(0.1, 1.0);
        ByteImages last = training.last(40);
        assertThat(last.count()).isEqualTo(40);
        assertThat(last.picture(0)).isEqualTo(training.picture(360));
        assertThat(last.label(39)).isEqualTo(training.label(399));
        assertThat(Bench.heldOutOf(60_000)).isEqualTo(10_000);
        assertThat(Bench.heldOutOf(10_000)).isEqualTo(1_000);
    }

    /** With rows that test, and without. */
    @ParameterizedTest
    @MethodSource("descentlab.dataset.ReferenceData#cases")
    void ofOnesOwnDataThreeKindsOfRowsAreKeptApart(JsonNode each) throws DataException {
        ShapedData shaped = ReferenceData.shape(each);
        ShapedData untested = new ShapedData(
                shaped.table(), shaped.training(), new int[0], shaped.available(), shaped.features(), shaped.scales(), shaped.classes(),
                shaped.mean(), shaped.deviation(), shaped.told());
        TargetLoss loss = shaped.classes().isEmpty() ? TargetLoss.SQUARED : TargetLoss.SOFTMAX;
        int rows = shaped.training().length;
        for (ShapedData data : List.of(shaped, untested)) {
            Bench bench = Bench.ofData(new DataFit(data, loss, 0, 0), new TrainingPlan(5, 3, 100, 0, true, InitialParameters.ZERO));
            assertThat(bench.heldOut()).isEqualTo(rows / 10);
            assertThat(bench.tests()).isEqualTo(data == untested ? rows / 10 : shaped.test().length);
            assertThat(bench.trained()).isEqualTo(rows - (data == untested ? 2 : 1) * (rows / 10));
            Trials trials = new Trials(bench, MethodSpec.parse("adagrad(lr=0.1)"), 2, 3, 0);
            trials.finish();
            assertThat(trials.fitted().get("test")).hasSize(shaped.classes().isEmpty() ? 1 : 2).doesNotContain(Double.NaN);
        }
    }

    @Test
    void aComparisonFindsWhoLeadsAndHowSurely() {
        Trials good = onTable("adagrad(lr=0.1)", 5, 0);
        Trials bad = onTable("sgd(lr=0.000001)", 5, 0);
        Comparison comparison = new Comparison(List.of(bad, good));
        comparison.finish();
        assertThat(comparison.fitted().get("leader")).containsExactly(1);
        assertThat(comparison.fitted().get("ahead")[1]).isEqualTo(1);
        assertThat(comparison.fitted().get("ahead")[0]).isGreaterThan(0.95);
        assertThat(comparison.fitted().get("confirmed")).containsExactly(1, 1);
        assertThat(new Comparison(List.of(good, good)).copy().fitted()).isEmpty();
        Trials stopped = new Trials(Bench.ofTable(TableTask.AIRFOIL.problem(), PLAN), MethodSpec.parse("sgd()"), 3, 3, 0);
        stopped.end(new Outcome.Cancelled());
        Comparison none = new Comparison(List.of(good, stopped));
        none.finish();
        assertThat(none.fitted()).isEmpty();
    }

    @Test
    void someRowsHaveTheirMeanLossAndGradient() {
        EmpiricalRisk risk = TableTask.AIRFOIL.problem();
        EmpiricalRisk some = new RiskOfRows(risk, new int[] {7, 3, 11});
        double[] w = {0.1, -0.2, 0.3, 0.4, -0.5, 0.6};
        double[] gradient = new double[6];
        double[] expected = new double[6];
        assertThat(some.lossAndGradient(w, new int[] {2, 0}, 0, 2, gradient))
                .isEqualTo(risk.lossAndGradient(w, new int[] {11, 7}, 0, 2, expected));
        assertThat(gradient).isEqualTo(expected);
        assertThat(some.loss(w)).isEqualTo(risk.lossAndGradient(w, new int[] {7, 3, 11}, 0, 3, expected));
        assertThatIllegalArgumentException().isThrownBy(() -> new RiskOfRows(risk, new int[0]));
    }

    @Test
    void whatHasStartedStartsNowhereElse() {
        Training training = new Training(TableTask.AIRFOIL.problem(), TableTask.AIRFOIL.measure(), MethodSpec.parse("sgd()"), PLAN);
        training.finish();
        assertThatIllegalStateException().isThrownBy(() -> training.startAt(new double[6]));
    }
}
