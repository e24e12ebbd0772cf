package descentlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.curvature.Lanczos;
import descentlab.golden.Golden;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Networks with norms are PyTorch's: losses, gradients, products with the Hessian, what is classified; and what holds of every batch
 * whose examples depend on each other.
 */
class BatchNormTest {

    private static final int[] LABELS = {3, 0, 9, 7, 1, 1, 8};
    private static final double GRADIENT = 1e-4;
    private static final double PRODUCT = 5e-5;
    private static final BooleanSupplier NEVER = () -> false;

    static Stream<JsonNode> cases() {
        return Golden.cases("norms.json");
    }

    static Stream<Network> networks() {
        return Stream.of(
                normed(Activation.TANH, Loss.CROSS_ENTROPY, 28, 12, 9),
                normed(Activation.RELU, Loss.SQUARED, 28, 40),
                normed(Activation.SIGMOID, Loss.CROSS_ENTROPY, 28, 5, 33, 7));
    }

    private static Network normed(Activation activation, Loss loss, int side, Integer... hidden) {
        return new Perceptron(List.of(hidden), activation, Norm.BATCH, loss).on(side, 10);
    }

    private static Network network(JsonNode golden) {
        return normed(
                Activation.valueOf(golden.get("activation").asString().toUpperCase()),
                golden.get("loss_kind").asString().equals("squared") ? Loss.SQUARED : Loss.CROSS_ENTROPY,
                28,
                Arrays.stream(Golden.numbers(golden.get("hidden"))).mapToObj(each -> (int) each).toArray(Integer[]::new));
    }

    private static void areTensors(Network network, double[] found, JsonNode tensors, double near, String name) {
        assertThat(tensors.size()).isEqualTo(network.parameters().size());
        for (int k = 0; k < tensors.size(); k++) {
            Parameter parameter = network.parameters().get(k);
            int every = tensors.get(k).get("every").asInt();
            double[] values = Golden.numbers(tensors.get(k).get("values"));
            double error = 0;
            double norm = 0;
            for (int i = 0; i < values.length; i++) {
                error += Math.pow(found[parameter.offset() + i * every] - values[i], 2);
                norm += values[i] * values[i];
            }
            assertThat(Math.sqrt(error / norm)).as(name + " " + parameter.name()).isLessThan(near);
            double l2 = Math.sqrt(Arrays.stream(found, parameter.offset(), parameter.end()).map(x -> x * x).sum());
            assertThat(l2 / tensors.get(k).get("l2").asDouble()).as(name + " " + parameter.name()).isCloseTo(1, within(near));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossesAndGradientsAreTheReferences(JsonNode golden) {
        Network network = network(golden);
        int count = golden.get("pictures").asInt();
        double[] gradient = new double[network.size()];
        double loss = new ShardedNetwork(network, new Patterns(count, LABELS), count, Crew.NONE)
                .lossAndGradient(Waves.byFormula(network), rows(count), 0, count, gradient);
        double reference = golden.get("loss").asDouble();
        assertThat(loss).isCloseTo(reference, within(2e-5 * reference));
        areTensors(network, gradient, golden.get("gradient"), GRADIENT, golden.get("name").asString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAreTheReferences(JsonNode golden) {
        Network network = network(golden);
        int count = golden.get("pictures").asInt();
        HessianProduct hessian = new HessianProduct(network, new Patterns(count, LABELS), count, Crew.NONE);
        double[] product = new double[network.size()];
        hessian.at(Waves.byFormula(network));
        hessian.multiply(Waves.direction(network), product);
        areTensors(network, product, golden.get("product"), PRODUCT, golden.get("name").asString());
        hessian.beginGaussNewton(Waves.direction(network));
        hessian.goOn(NEVER);
        hessian.end(product);
        areTensors(network, product, golden.get("gauss_newton"), PRODUCT, golden.get("name").asString());
    }

    /** By the statistics of the pictures that train, of which there are 20. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsClassifiedIsByStatisticsOfTrainingPictures(JsonNode golden) {
        Network network = network(golden);
        Patterns all = new Patterns(40, LABELS);
        ShardedNetwork sharded = new ShardedNetwork(network, new Patterns(20, LABELS), 7, Crew.NONE);
        double[] w = Waves.byFormula(network);
        double reference = golden.get("classified").asDouble();
        double whole = sharded.classify(w, all, 20, 40, new byte[40]);
        assertThat(whole / 20).isCloseTo(reference, within(1e-4 * reference));
        double parts = 0;
        for (int i = 20; i < 40; i += 5) {
            parts += sharded.classify(w, all, i, i + 5, new byte[40]);
        }
        assertThat(parts).as("whatever is classified with them").isCloseTo(whole, within(1e-5 * whole));
        w[0] += 1;
        assertThat(sharded.classify(w, all, 20, 40, new byte[40])).as("at other parameters").isNotEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSlicesLossesAreTheReferences(JsonNode golden) {
        Network network = network(golden);
        JsonNode places = golden.get("places");
        double[] a = IntStream.range(0, places.size()).mapToDouble(i -> places.get(i).get("a").asDouble()).toArray();
        double[] b = IntStream.range(0, places.size()).mapToDouble(i -> places.get(i).get("b").asDouble()).toArray();
        double[] o = Waves.byFormula(network);
        double[] u = Waves.point(network, 0.73, 1, Math::cos);
        double[] v = Waves.point(network, 0.19, 2, Math::sin);
        PlaneLoss loss = new PlaneLoss(network, new Patterns(40, LABELS), Crew.NONE);
        loss.in(o, u, v);
        loss.begin(a, b, 0, 40);
        double[][] inPlane = losses(loss, a.length, NEVER);
        loss.begin(
                IntStream.range(0, a.length)
                        .mapToObj(p -> IntStream.range(0, o.length).mapToDouble(i -> o[i] + a[p] * u[i] + b[p] * v[i]).toArray())
                        .toArray(double[][]::new),
                0,
                40);
        double[][] anywhere = losses(loss, a.length, NEVER);
        for (int p = 0; p < a.length; p++) {
            double reference = places.get(p).get("loss").asDouble();
            assertThat(inPlane[0][p] / 40).isCloseTo(reference, within(2e-4 * reference));
            assertThat(anywhere[0][p] / 40).isCloseTo(reference, within(2e-4 * reference));
        }
    }

    private static double[][] losses(PlaneLoss loss, int count, BooleanSupplier over) {
        while (!loss.goOn(over)) {
            // on
        }
        double[][] sums = new double[2][count];
        loss.end(sums[0], sums[1], 0);
        return sums;
    }

    /** In single precision the loss is known to 1e-7, so that a step must change it by more than that. */
    @ParameterizedTest
    @MethodSource("networks")
    void theGradientIsTheSlopeOfTheLoss(Network network) {
        int count = 50;
        double[] w = start(network);
        double[] gradient = new double[w.length];
        ShardedNetwork sharded = new ShardedNetwork(network, new Patterns(count, LABELS), count, Crew.NONE);
        sharded.lossAndGradient(w, rows(count), 0, count, gradient);
        double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        double step = 2e-4 / norm;
        double[] spare = new double[w.length];
        double[] ahead = IntStream.range(0, w.length).mapToDouble(i -> w[i] + step * gradient[i] / norm).toArray();
        double[] behind = IntStream.range(0, w.length).mapToDouble(i -> w[i] - step * gradient[i] / norm).toArray();
        double slope = (sharded.lossAndGradient(ahead, rows(count), 0, count, spare)
                        - sharded.lossAndGradient(behind, rows(count), 0, count, spare))
                / (2 * step);
        assertThat(slope).isCloseTo(norm, within(3e-3 * norm));
    }

    /** The scale of the weights into a unit means nothing, but for eps: the gradient is at a right angle to them. */
    @ParameterizedTest
    @MethodSource("networks")
    void theGradientOfWeightsBeforeANormIsAtARightAngleToThem(Network network) {
        int count = 50;
        double[] w = start(network);
        double[] gradient = new double[w.length];
        new ShardedNetwork(network, new Patterns(count, LABELS), count, Crew.NONE)
                .lossAndGradient(w, rows(count), 0, count, gradient);
        Parameter weight = network.parameters().getFirst();
        for (int unit = 0; unit < weight.shape().getFirst(); unit++) {
            int from = weight.offset() + unit * weight.fanIn();
            double along = 0;
            double own = 0;
            double slope = 0;
            for (int i = from; i < from + weight.fanIn(); i++) {
                along += w[i] * gradient[i];
                own += w[i] * w[i];
                slope += gradient[i] * gradient[i];
            }
            assertThat(along).isCloseTo(0, within(1e-3 * Math.sqrt(own * slope)));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void coresAndSlicesChangeNothing(Network network) {
        Patterns pictures = new Patterns(150, LABELS);
        double[] w = start(network);
        double[] alone = new double[w.length];
        ShardedNetwork one = new ShardedNetwork(network, pictures, 130, Crew.NONE);
        double loss = one.lossAndGradient(w, rows(150), 3, 133, alone);
        ShardedNetwork many = new ShardedNetwork(network, pictures, 130, new Crew(3));
        for (int repeat = 0; repeat < 20; repeat++) {
            double[] together = new double[w.length];
            many.beginBatch(w, rows(150), 3, 133);
            int slices = 1;
            while (!many.goOn(() -> true)) {
                slices++;
            }
            assertThat(slices).isGreaterThan(3);
            assertThat(many.endBatch(together)).isEqualTo(loss);
            assertThat(together).containsExactly(alone);
        }
        byte[] told = new byte[150];
        double classified = one.classify(w, pictures, 0, 150, told);
        byte[] sliced = new byte[150];
        many.beginClassifying(w, pictures, 0, 150, sliced);
        while (!many.goOn(() -> true)) {
            // on
        }
        assertThat(many.endClassifying()).isEqualTo(classified);
        assertThat(sliced).containsExactly(told);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void productsAreSymmetricAndTheSameInSlicesAndOnManyCores(Network network) {
        Patterns pictures = new Patterns(70, LABELS);
        double[] w = start(network);
        double[] u = Waves.direction(network);
        double[] v = Waves.byFormula(network);
        HessianProduct alone = new HessianProduct(network, pictures, 70, Crew.NONE);
        alone.at(w);
        double[] hu = new double[w.length];
        double[] hv = new double[w.length];
        alone.multiply(u, hu);
        alone.multiply(v, hv);
        assertThat(dot(v, hu)).isCloseTo(dot(u, hv), within(1e-5 * Math.sqrt(dot(hu, hu) * dot(v, v))));
        HessianProduct many = new HessianProduct(network, pictures, 70, new Crew(2));
        many.at(w);
        many.begin(u);
        int slices = 1;
        while (!many.goOn(() -> true)) {
            slices++;
        }
        double[] sliced = new double[w.length];
        many.end(sliced);
        assertThat(slices).isGreaterThan(3);
        assertThat(sliced).containsExactly(hu);
    }

    @Test
    void coresAndSlicesChangeNothingOfASlice() {
        Network network = normed(Activation.TANH, Loss.CROSS_ENTROPY, 28, 12, 9);
        double[] a = {0, 1, 2, 0.5, -3};
        double[] b = {1, 0, -1, 0.25, 2};
        double[][][] found = new double[2][][];
        int[] asked = new int[1];
        for (int i = 0; i < 2; i++) {
            PlaneLoss loss = new PlaneLoss(network, new Patterns(200, LABELS), i == 0 ? Crew.NONE : new Crew(3));
            loss.in(Waves.byFormula(network), Waves.direction(network), start(network));
            loss.begin(a, b, 0, 200);
            found[i] = losses(loss, a.length, i == 0 ? NEVER : () -> ++asked[0] % 2 == 0);
        }
        assertThat(asked[0]).isPositive();
        assertThat(found[1]).isDeepEqualTo(found[0]);
    }

    @Test
    void allOfASmallHessianIsTheReference() {
        Network network = normed(Activation.TANH, Loss.SQUARED, 8, 6);
        HessianProduct hessian = new HessianProduct(network, new Squares(50, 8), 50, Crew.NONE);
        hessian.at(Waves.byFormula(network));
        JsonNode small = Golden.read("norms.json").get("small");
        double[] expected = Golden.numbers(small.get("diagonal"));
        double[] unit = new double[expected.length];
        double[] product = new double[expected.length];
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            unit[i] = 1;
            hessian.multiply(unit, product);
            unit[i] = 0;
            assertThat(product[i]).isCloseTo(expected[i], within(1e-5 * largest));
        }
        double[] eigenvalues = Golden.numbers(small.get("eigenvalues"));
        double[] start = new Random(1).doubles(expected.length, -1, 1).toArray();
        Lanczos lanczos = new Lanczos(HessianProductTest.products(hessian), start, 150, 0).finish();
        for (int i = 0; i < 20; i++) {
            assertThat(lanczos.value(i)).isCloseTo(eigenvalues[i], within(1e-5 * eigenvalues[0]));
        }
    }

    /** By 256 draws each entry is some sqrt(2 / 256) = 9% off; they share the draws, so that their mean may be off by as much. */
    @ParameterizedTest
    @MethodSource("networks")
    void theGaussNewtonDiagonalIsEstimatedWithoutBias(Network network) {
        HessianProduct hessian = new HessianProduct(network, new Patterns(60, LABELS), 60, Crew.NONE);
        hessian.at(start(network));
        double[] estimate = new double[network.size()];
        assertThat(hessian.draws()).isEqualTo(256);
        for (int part = 0; part < hessian.partsOfDiagonal(); part++) {
            hessian.addGaussNewtonDiagonal(part, estimate);
        }
        double[] unit = new double[estimate.length];
        double[] product = new double[estimate.length];
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < estimate.length; i += 1 + estimate.length / 300) {
            unit[i] = 1;
            hessian.beginGaussNewton(unit);
            hessian.goOn(NEVER);
            hessian.end(product);
            unit[i] = 0;
            double ratio = estimate[i] / product[i];
            assertThat(ratio).as("entry " + i).isBetween(0.5, 1.6);
            sum += ratio - 1;
            squares += (ratio - 1) * (ratio - 1);
            count++;
        }
        assertThat(count).isGreaterThan(150);
        assertThat(sum / count).isCloseTo(0, within(0.1));
        assertThat(Math.sqrt(squares / count)).isLessThan(0.12);
    }

    /** Of one picture the sums are their own mean: the scores are what beta makes of them, and no weight before has a slope. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void smallBatchesHaveAGradient(int count) {
        Network network = normed(Activation.TANH, Loss.CROSS_ENTROPY, 28, 12, 9);
        double[] gradient = new double[network.size()];
        // As many parts as there are for 130, most of them empty.
        double loss = new ShardedNetwork(network, new Patterns(150, LABELS), 130, Crew.NONE)
                .lossAndGradient(start(network), rows(150), 0, count, gradient);
        assertThat(loss).isFinite();
        Parameter weight = network.parameters().getFirst();
        double slopes = Arrays.stream(gradient, weight.offset(), weight.end()).map(Math::abs).sum();
        if (count == 1) {
            assertThat(slopes).isZero();
        } else {
            assertThat(slopes).isPositive().isFinite();
        }
    }

    @Test
    void gammaBeginsAtOneAndNoLayerBeforeANormHasABias() {
        Network network = normed(Activation.RELU, Loss.CROSS_ENTROPY, 8, 12, 9);
        assertThat(network.parameters()).extracting(Parameter::name).containsExactly(
                "hidden1.weight", "norm1.weight", "norm1.bias", "hidden2.weight", "norm2.weight", "norm2.bias", "output.weight",
                "output.bias");
        assertThat(network.spans()).extracting(Network.Span::name)
                .containsExactly("hidden1", "norm1", "hidden2", "norm2", "output");
        double[] w = new double[network.size()];
        network.initialize(w, new Random(0));
        for (Parameter parameter : network.parameters()) {
            if (parameter.vector()) {
                assertThat(Arrays.copyOfRange(w, parameter.offset(), parameter.end()))
                        .containsOnly(parameter.name().matches("norm\\d\\.weight") ? 1 : 0);
            }
        }
    }

    private static double[] start(Network network) {
        double[] w = new double[network.size()];
        network.initialize(w, new Random(0));
        Random random = new Random(2);
        network.parameters().stream()
                .filter(Parameter::vector)
                .forEach(each -> IntStream.range(each.offset(), each.end()).forEach(i -> w[i] += 0.1 * random.nextGaussian()));
        return w;
    }

    private static double dot(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    private static int[] rows(int count) {
        return IntStream.range(0, count).toArray();
    }
}
