package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.ByteImages;
import descentlab.dataset.ImageData;
import descentlab.dataset.Preparation;
import descentlab.dataset.Silhouettes;
import descentlab.golden.Golden;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.model.ShardedNetwork;
import descentlab.optimizer.Hessian;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.State;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rates of a first layer, taken down in training, are PyTorch's; and taking them down changes nothing. */
class RateMapTest {

    private static final int SIDE = 6;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CLASSES = 3;
    private static final int COUNT = 40;
    private static final int BATCH = 8;
    private static final int STEPS = 15;

    /** Gradients are in single precision. */
    private static final double NEAR = 1e-4;

    private static final int PICTURES = 200;
    private static final ImageData DATA = new ImageData(
            "silhouettes",
            "silhouettes",
            Silhouettes.standard().training().first(PICTURES),
            Silhouettes.standard().test().first(50));

    static Stream<JsonNode> cases() {
        return Golden.cases("rate-maps.json");
    }

    /** As the reference values were made. */
    private static ByteImages pictures() {
        byte[] bytes = new byte[COUNT * PIXELS];
        byte[] labels = new byte[COUNT];
        for (int k = 0; k < COUNT; k++) {
            labels[k] = (byte) ((3 * k + k / 5) % CLASSES);
            for (int p = 1; p < PIXELS; p++) {
                if ((5 * k + p * p) % PIXELS < p) {
                    bytes[k * PIXELS + p] = (byte) (20 + (37 * k + 11 * p) % 230);
                }
            }
        }
        return new ByteImages(List.of("a", "b", "c"), SIDE, SIDE, bytes, labels);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNumbersAreTheReferences(JsonNode golden) {
        Network network = Architecture.SOFTMAX.on(SIDE, CLASSES);
        ByteImages pictures = pictures();
        TrainingPlan plan = new TrainingPlan(BATCH, STEPS * BATCH / COUNT, BATCH, 0, false);
        RateMapGauge gauge = RateMapGauge.of(network, Preparation.NONE, pictures, plan);
        ShardedNetwork sharded = new ShardedNetwork(network, pictures, BATCH, Crew.NONE);
        Optimizer optimizer = MethodSpec.parse(golden.get("run").asString()).first();
        State state = optimizer.start(network.size(), Hessian.NONE);
        double[] w = new double[network.size()];
        for (int i = 0; i < CLASSES * PIXELS; i++) {
            w[i] = Math.sin(0.37 * i) / SIDE;
        }
        double[] gradient = new double[w.length];
        for (int step = 0; step < STEPS; step++) {
            int from = step * BATCH;
            int[] rows = IntStream.range(from, from + BATCH).map(row -> row % COUNT).toArray();
            sharded.lossAndGradient(w, rows, 0, BATCH, gradient);
            gauge.stepped(gradient);
            state.step(w, gradient);
        }
        gauge.follows(optimizer, state.t());
        double[] row = new double[LayerGauge.columns(network).size() + RateMapGauge.COLUMNS.size()];
        gauge.take(state.rates(), STEPS * BATCH, row, 0);

        RateMap map = gauge.taken().getFirst();
        assertThat(map.units()).isEqualTo(CLASSES);
        assertThat(map.side()).isEqualTo(SIDE);
        assertThat(gauge.lit()).containsExactly(numbers(golden.get("lit")), within(1e-12));
        near(map.squares(), numbers(golden.get("squares")));
        near(map.rates(), numbers(golden.get("rates")));
        assertThat(map.pixels()).containsExactly(numbers(golden.get("pixels")), within(NEAR));
        near(map.medians(), numbers(golden.get("medians")));
        near(new double[] {map.correlation()}, new double[] {number(golden.get("correlation"))});
        int[] capped = IntStream.range(0, CLASSES * PIXELS).map(i -> map.capped()[i] ? 1 : 0).toArray();
        assertThat(capped).containsExactly(golden.get("capped").valueStream().mapToInt(JsonNode::asInt).toArray());
        double share = IntStream.of(capped).average().orElseThrow();
        assertThat(map.cappedShare()).isCloseTo(share, within(1e-12));
        int at = LayerGauge.columns(network).size();
        assertThat(row[at + RateMapGauge.COLUMNS.indexOf(RateMap.MARK)]).isEqualTo(map.cappedShare());
        assertThat(row[at + 3]).isEqualTo(map.medians()[3]);
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(RateMapTest::number).toArray();
    }

    private static double number(JsonNode number) {
        return number.isNull() ? Double.NaN : number.asDouble();
    }

    private static void near(double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(found[i]).isNaN();
            } else {
                assertThat(found[i]).isCloseTo(expected[i], within(NEAR * Math.abs(expected[i])));
            }
        }
    }

    private static Training training(Architecture architecture, String spec, int epochs, boolean maps) {
        return new Training(
                architecture.on(28, 10),
                DATA,
                MethodSpec.parse(spec),
                new TrainingPlan(20, epochs, 20, 1, true).withRateMaps(maps),
                Crew.NONE);
    }

    private static long marks(Training training) {
        int column = training.trace().columns().indexOf(RateMap.MARK);
        return IntStream.range(0, training.trace().rows())
                .filter(row -> Double.isFinite(training.trace().at(row, column)))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adagrad(lr=0.05)", "sgd(lr=0.1,schedule=invsqrt(1))", "counter(lr=0.1)", "adam(lr=0.001)"})
    void takingThemDownChangesNothing(String spec) {
        Training watched = training(Architecture.SOFTMAX, spec, 2, true);
        Training alone = training(Architecture.SOFTMAX, spec, 2, false);
        watched.finish();
        alone.finish();
        assertThat(watched.parameters()).containsExactly(alone.parameters());
        assertThat(alone.trace().columns()).doesNotContain(RateMap.MARK);
        assertThat(alone.rateMaps()).isEmpty();
        assertThat(alone.lit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "40, 25"})
    void thereAreAFewFromTheFirstRowToTheEnd(int epochs, int maps) {
        Training training = training(Architecture.SOFTMAX, "adagrad(lr=0.05)", epochs, true);
        training.finish();
        assertThat(training.rateMaps()).hasSize(maps);
        assertThat(marks(training)).isEqualTo(maps);
        assertThat(training.rateMaps().getFirst().epoch()).isEqualTo(0.1);
        assertThat(training.rateMaps().getLast().epoch()).isEqualTo(epochs);
        assertThat(training.rateMaps()).extracting(RateMap::epoch).isSorted();
    }

    /** Rare pixels keep large rates with Adagrad; without eps to stop them, too. */
    @Test
    void rarePixelsKeepLargeRates() {
        for (String spec : List.of("adagrad(lr=0.05)", "adagrad(lr=0.05,eps=1e-10)", "torch.adagrad(lr=0.05)")) {
            Training training = training(Architecture.SOFTMAX, spec, 2, true);
            training.finish();
            RateMap last = training.rateMaps().getLast();
            assertThat(last.correlation()).isLessThan(-0.8);
            assertThat(last.medians()[1]).isGreaterThan(3 * last.medians()[3]);
        }
    }

    @Test
    void oneClockHasOneRate() {
        Training training = training(Architecture.SOFTMAX, "sgd(lr=0.1,schedule=invsqrt(1))", 2, true);
        training.finish();
        RateMap last = training.rateMaps().getLast();
        assertThat(last.rates()).containsOnly(0.1 / Math.sqrt(21));
        assertThat(last.correlation()).isNaN();
        assertThat(last.cappedShare()).isZero();
    }

    @Test
    void filtersAreOnNoPixel() {
        Training training = training(Architecture.LENET, "adagrad(lr=0.05)", 1, true);
        training.finish();
        RateMap last = training.rateMaps().getLast();
        assertThat(last.units()).isEqualTo(6);
        assertThat(last.side()).isEqualTo(5);
        assertThat(last.pixels()).isEmpty();
        assertThat(last.medians()).containsOnly(Double.NaN);
        assertThat(last.layers()).hasDimensions(5, 3);
        assertThat(training.lit()).isEmpty();
        assertThat(marks(training)).isEqualTo(training.rateMaps().size());
    }

    @Test
    void aPerceptronTellsOfItsFirstUnits() {
        Training training = training(Architecture.MLP, "adagrad(lr=0.05)", 1, true);
        training.finish();
        RateMap last = training.rateMaps().getLast();
        assertThat(last.units()).isEqualTo(RateMap.MOST_UNITS);
        assertThat(last.rates()).hasSize(16 * 784);
        assertThat(last.layers()).hasDimensions(2, 3);
        assertThat(last.layers()[0][0]).isLessThan(last.layers()[0][2]);
    }

    @Test
    void aCopyGoesOnToTheSameNumbers() {
        Training whole = training(Architecture.SOFTMAX, "adagrad(lr=0.05)", 3, true);
        Training copied = training(Architecture.SOFTMAX, "adagrad(lr=0.05)", 3, true);
        whole.finish();
        int copies = 0;
        while (!copied.advance(() -> true)) {
            if (!copied.midway()) {
                copied = copied.copy();
                copies++;
            }
        }
        assertThat(copies).isGreaterThan(10);
        assertThat(copied.rateMaps()).hasSameSizeAs(whole.rateMaps());
        assertThat(copied.rateMaps().getLast().squares()).containsExactly(whole.rateMaps().getLast().squares());
        assertThat(copied.beside(MethodSpec.parse("adagrad(lr=1)")).rateMaps()).isEmpty();
    }

    @Test
    void aTrainingThatRunsAwayDoesNoHarm() {
        Training training = training(Architecture.LENET_RELU, "sgd(lr=1000000)", 2, true);
        training.finish();
        assertThat(training.outcome()).isInstanceOf(Outcome.Diverged.class);
    }

    @Test
    void whatIsLitIsCountedInThePicturesAsTheyAre() {
        ByteImages pictures = pictures();
        double[] lit = Preparation.NONE.lit(pictures);
        assertThat(lit[0]).isZero();
        assertThat(lit[PIXELS - 1]).isGreaterThan(0.9);
        assertThat(new Preparation(false, true).lit(pictures)).containsExactly(lit);
        double[] halved = new Preparation(true, false).lit(pictures);
        assertThat(halved).hasSize(PIXELS / 4);
        assertThat(halved[0]).isGreaterThanOrEqualTo(Math.max(lit[1], lit[SIDE]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "adagrad(lr=2,eps=0) | Infinity",
        "sgd(lr=2) | Infinity",
        "counter(lr=2) | Infinity",
        "adagrad(lr=11,eps=1,power=1) | 1",
        "rmsprop(lr=1,eps=0.0909090909090909090909) | 1",
        "adam(lr=11,eps=1) | 1",
        "adagrad(lr=22,eps=1,power=1,schedule=exponential(0.5)) | 0.5"})
    void fromWhichRateOnEpsDecides(String spec, double above) {
        double found = EpsilonShare.decidesAbove(MethodSpec.parse(spec).first(), 3);
        if (Double.isInfinite(above)) {
            assertThat(found).isEqualTo(above);
        } else {
            assertThat(found).isCloseTo(above, within(1e-12));
        }
    }
}
