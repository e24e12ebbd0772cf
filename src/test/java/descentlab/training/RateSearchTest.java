package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.Airfoil;
import descentlab.golden.Golden;
import descentlab.model.LinearRegression;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerSpec;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Range tests against PyTorch, and sweeps against trainings. */
class RateSearchTest {

    private static final TrainingPlan IN_ORDER = new TrainingPlan(10, 2, 200, 0, false, InitialParameters.ZERO);

    private static Training training(String spec, TrainingPlan plan) {
        return new Training(new LinearRegression(), Airfoil.training(), MethodSpec.parse(spec), plan);
    }

    private static Series searched(String spec, RateSearch search) {
        return searched(spec, IN_ORDER, search);
    }

    private static Series searched(String spec, TrainingPlan plan, RateSearch search) {
        Series series = training(spec, plan).search(search);
        series.finish();
        return series;
    }

    static Stream<JsonNode> cases() {
        return Golden.cases("range-tests.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRangeTestFollowsTheReference(JsonNode reference) {
        Series test = searched(
                reference.get("run").asString(),
                new TrainingPlan(reference.get("batch").asInt(), 2, 200, 0, false, InitialParameters.ZERO),
                new RateSearch(
                        RateSearch.Kind.TEST,
                        reference.get("from").asDouble(),
                        reference.get("to").asDouble(),
                        reference.get("batches").asInt(),
                        2,
                        3));
        double[] losses = Golden.numbers(reference.get("losses"));
        double[] smoothed = Golden.numbers(reference.get("smoothed"));
        assertThat(test.trace().columns()).isEqualTo(List.of("batch", "lr", "loss", "smoothed"));
        assertThat(test.trace().rows()).isEqualTo(losses.length);
        for (int i = 0; i < losses.length; i++) {
            assertThat(test.trace().at(i, 0)).isEqualTo(i + 1);
            assertThat(test.trace().at(i, 2)).as("loss of batch " + i).isCloseTo(losses[i], Golden.near(losses[i]));
            assertThat(test.trace().at(i, 3)).as("smoothed at " + i).isCloseTo(smoothed[i], Golden.near(smoothed[i]));
        }
        assertThat(test.outcome().name()).isEqualTo(reference.get("outcome").asString());
        Map<String, double[]> found = test.fitted();
        assertThat(found.containsKey("steepest")).isEqualTo(reference.has("steepest"));
        if (reference.has("steepest")) {
            assertThat(found.get("steepest")[0]).isCloseTo(reference.get("steepest").asDouble(), within(1e-9 * found.get("steepest")[0]));
            assertThat(found.get("lowest")[0]).isCloseTo(reference.get("lowest").asDouble(), within(1e-9 * found.get("lowest")[0]));
        }
    }

    /** The same batches and start for all, whatever rate and schedule a method has. */
    @Test
    void theOwnRateAndScheduleMeanNothingToARangeTest() {
        RateSearch search = new RateSearch(RateSearch.Kind.TEST, 1e-4, 1, 40, 2, 3);
        assertThat(searched("adagrad(lr=0.3,schedule=invsqrt(1))~50~sgd(lr=9)", search).trace().values())
                .isEqualTo(searched("adagrad(lr=0.001)", search).trace().values());
    }

    @Test
    void anotherSeedSeesOtherBatches() {
        RateSearch search = new RateSearch(RateSearch.Kind.TEST, 1e-4, 1, 40, 2, 3);
        TrainingPlan plan = new TrainingPlan(10, 2, 200, 3, true, InitialParameters.NORMAL);
        Series one = training("sgd()", plan).search(search);
        Series same = training("sgd()", plan).search(search);
        Series other = training("sgd()", plan.with(4)).search(search);
        Stream.of(one, same, other).forEach(Series::finish);
        assertThat(one.trace().values()).isEqualTo(same.trace().values()).isNotEqualTo(other.trace().values());
    }

    /** More batches than an epoch has. */
    @Test
    void aTestGoesOnBeyondAnEpoch() {
        Series test = searched("adagrad()", new RateSearch(RateSearch.Kind.TEST, 1e-6, 1e-3, 400, 2, 3));
        assertThat(test.trace().rows()).isEqualTo(400);
        assertThat(test.outcome()).isEqualTo(new Outcome.Finished());
    }

    @Test
    void aSweepComesToWhereTrainingsAtItsRatesAre() {
        RateSearch search = new RateSearch(RateSearch.Kind.SWEEP, 1e-3, 1e4, 60, 8, 3);
        Series sweep = searched("sgd()", search);
        assertThat(sweep.trace().columns()).isEqualTo(List.of("lr", "loss", "outcome"));
        assertThat(sweep.trace().rows()).isEqualTo(8);
        double[] rates = {1e-3, 1e-2, 0.1, 1, 10, 100, 1000, 1e4};
        for (int i = 0; i < rates.length; i++) {
            assertThat(sweep.trace().at(i, 0)).isCloseTo(rates[i], within(1e-12 * rates[i]));
        }
        assertThat(sweep.trace().at(1, 1)).isCloseTo(meanOfLastBatches("sgd(lr=0.01)", 60, 6), within(1e-12));
        assertThat(sweep.trace().at(7, 1)).isNaN();
        assertThat(Outcome.NAMES.get((int) sweep.trace().at(7, 2))).isEqualTo("diverged");
        assertThat(sweep.done()).isEqualTo(sweep.total());
    }

    /** By a range test whose range is so narrow that its rate hardly grows. */
    private static double meanOfLastBatches(String spec, int batches, int last) {
        double lr = OptimizerSpec.parse(spec).lr();
        Series test = searched(spec, new RateSearch(RateSearch.Kind.TEST, lr, lr * (1 + 1e-14), batches, 2, 3));
        double sum = 0;
        for (int i = batches - last; i < batches; i++) {
            sum += test.trace().at(i, 2);
        }
        return sum / last;
    }

    @Test
    void whatIsEndedHasTheRowsThatItHad() {
        for (RateSearch.Kind kind : List.of(RateSearch.Kind.TEST, RateSearch.Kind.SWEEP)) {
            Series series = training("sgd()", IN_ORDER).search(new RateSearch(kind, 1e-4, 1, 500, 5, 3));
            series.advance(() -> true);
            int rows = series.trace().rows();
            series.end(new Outcome.Cancelled());
            assertThat(series.advance(() -> false)).isTrue();
            assertThat(series.outcome()).isEqualTo(new Outcome.Cancelled());
            assertThat(series.trace().rows()).isEqualTo(rows).isLessThan(500);
        }
    }

    @Test
    void thereIsNoSearchOfNothing() {
        Training training = training("sgd()", IN_ORDER);
        assertThatIllegalArgumentException().isThrownBy(() -> training.search(RateSearch.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateSearch(RateSearch.Kind.TEST, 1, 1, 100, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateSearch(RateSearch.Kind.TEST, 0.1, 1, 19, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateSearch(RateSearch.Kind.STUDY, 0.1, 1, 100, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateSearch(RateSearch.Kind.SWEEP, 0.1, 1, 100, 1, 3));
    }
}
