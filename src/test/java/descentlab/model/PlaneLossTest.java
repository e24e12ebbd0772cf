package descentlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descentlab.golden.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A slice's losses are training's own and PyTorch's, wherever a point is, on any cores and by any slices of work. */
class PlaneLossTest {

    private static final int[] LABELS = {3, 0, 9, 7, 1, 1, 8};
    private static final double OWN = 1e-6;
    private static final double TORCH = 2e-5;

    static Stream<JsonNode> cases() {
        return Golden.cases("landscape.json");
    }

    static Stream<Network> networks() {
        return Stream.concat(
                Arrays.stream(Architecture.values()).map(each -> each.on(28, 10)),
                Stream.of(new Perceptron(List.of(12, 9), Activation.TANH, Loss.SQUARED).on(28, 10)));
    }

    private static Network network(JsonNode golden) {
        String name = golden.get("network").asString();
        return Architecture.named(name)
                .map(architecture -> architecture.on(28, 10))
                .orElseGet(() -> new Perceptron(
                                List.of(12, 9),
                                Activation.valueOf(name.toUpperCase()),
                                golden.get("loss_kind").asString().equals("squared") ? Loss.SQUARED : Loss.CROSS_ENTROPY)
                        .on(28, 10));
    }

    /** Losses and their squares at some points, added up. */
    private static double[][] losses(PlaneLoss loss, int count, BooleanSupplier over) {
        while (!loss.goOn(over)) {
            // on
        }
        double[][] sums = new double[2][count];
        loss.end(sums[0], sums[1], 0);
        return sums;
    }

    private static double[] numbers(JsonNode places, String name) {
        return IntStream.range(0, places.size()).mapToDouble(i -> places.get(i).get(name).asDouble()).toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossesAreTheReferences(JsonNode golden) {
        Network network = network(golden);
        JsonNode places = golden.get("places");
        PlaneLoss loss = new PlaneLoss(network, new Patterns(40, LABELS), Crew.NONE);
        loss.in(
                Waves.byFormula(network),
                Waves.point(network, 0.73, 1, Math::cos),
                Waves.point(network, 0.19, 2, Math::sin));
        loss.begin(numbers(places, "a"), numbers(places, "b"), 0, 40);
        double[][] sums = losses(loss, places.size(), () -> false);
        for (int i = 0; i < places.size(); i++) {
            double reference = places.get(i).get("loss").asDouble();
            assertThat(sums[0][i] / 40).isCloseTo(reference, within(TORCH * Math.max(1, reference)));
            double variance = (sums[1][i] - sums[0][i] * sums[0][i] / 40) / 39;
            double error = places.get(i).get("error").asDouble();
            assertThat(Math.sqrt(variance / 40)).isCloseTo(error, within(1e-3 * Math.max(error, 1e-3)));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void inAPlaneAndAnywhereTheyAreTrainingsOwn(Network network) {
        int pictures = 75;
        Patterns images = new Patterns(pictures + 10, LABELS);
        double[] o = new double[network.size()];
        network.initialize(o, new Random(3));
        Random random = new Random(4);
        double[] u = random.doubles(o.length, -1, 1).map(x -> x / Math.sqrt(o.length)).toArray();
        double[] v = random.doubles(o.length, -1, 1).map(x -> x / Math.sqrt(o.length)).toArray();
        double[] a = {0, 5, -8, 3.3};
        double[] b = {0, -2, 7, 11};
        PlaneLoss loss = new PlaneLoss(network, images, Crew.NONE);
        loss.in(o, u, v);
        loss.begin(a, b, 10, 10 + pictures);
        double[][] inPlane = losses(loss, a.length, () -> false);
        double[][] points = IntStream.range(0, a.length)
                .mapToObj(p -> IntStream.range(0, o.length).mapToDouble(i -> o[i] + a[p] * u[i] + b[p] * v[i]).toArray())
                .toArray(double[][]::new);
        loss.begin(points, 10, 10 + pictures);
        double[][] anywhere = losses(loss, a.length, () -> false);
        ShardedNetwork sharded = new ShardedNetwork(network, images, pictures, Crew.NONE);
        for (int p = 0; p < a.length; p++) {
            double own = sharded.classify(points[p], images, 10, 10 + pictures, new byte[images.count()]) / pictures;
            assertThat(inPlane[0][p] / pictures).as(network.name()).isCloseTo(own, within(OWN));
            assertThat(anywhere[0][p] / pictures).isCloseTo(own, within(1e-12));
        }
    }

    @Test
    void coresAndSlicesChangeNothing() {
        Network network = Architecture.LENET.on(28, 10);
        Patterns images = new Patterns(200, LABELS);
        double[] o = Waves.byFormula(network);
        double[] u = Waves.point(network, 0.73, 1, Math::cos);
        double[] v = Waves.point(network, 0.19, 2, Math::sin);
        double[] a = {0, 1, 2, 0.5, -3};
        double[] b = {1, 0, -1, 0.25, 2};
        PlaneLoss alone = new PlaneLoss(network, images, Crew.NONE);
        alone.in(o, u, v);
        alone.begin(a, b, 0, 200);
        double[][] whole = losses(alone, a.length, () -> false);
        PlaneLoss helped = new PlaneLoss(network, images, new Crew(3));
        helped.in(o, u, v);
        helped.begin(a, b, 0, 200);
        int[] asked = new int[1];
        double[][] sliced = losses(helped, a.length, () -> ++asked[0] % 2 == 0);
        assertThat(asked[0]).isGreaterThan(10);
        assertThat(sliced).isDeepEqualTo(whole);
    }

    @Test
    void whatCannotBeIsRefused() {
        Network network = Architecture.SOFTMAX.on(28, 10);
        PlaneLoss loss = new PlaneLoss(network, new Patterns(10, LABELS), Crew.NONE);
        double[] many = new double[loss.mostPoints() + 1];
        assertThatThrownBy(() -> loss.begin(many, many, 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loss.begin(new double[0], new double[0], 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loss.begin(new double[1], new double[1], 0, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loss.begin(new double[1], new double[1], 4, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlaneLoss(Architecture.SOFTMAX.on(14, 10), new Patterns(10, LABELS), Crew.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
