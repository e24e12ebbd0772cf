package descentlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descentlab.curvature.Lanczos;
import descentlab.curvature.Products;
import descentlab.golden.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Products with the Hessian are PyTorch's, for every layer, activation and loss; they are symmetric, and the same on any cores. */
class HessianProductTest {

    /** Of each tensor, by Euclidean norms: what single precision leaves. */
    private static final double NEAR = 5e-5;

    private static final int[] LABELS = {3, 0, 9, 7, 1, 1, 8};
    private static final JsonNode SMALL = Golden.read("curvature.json").get("small");

    static Stream<JsonNode> cases() {
        return Golden.cases("curvature.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAreTheReferences(JsonNode golden) throws IOException {
        Network network = network(golden);
        int count = golden.get("pictures").asInt();
        HessianProduct hessian = new HessianProduct(network, new Patterns(count, LABELS), count, Crew.NONE);
        double[] product = new double[network.size()];
        hessian.at(parameters(network, golden));
        hessian.multiply(Waves.direction(network), product);
        assertThat(golden.get("product").size()).isEqualTo(network.parameters().size());
        for (int k = 0; k < network.parameters().size(); k++) {
            Parameter parameter = network.parameters().get(k);
            JsonNode reference = golden.get("product").get(k);
            int every = reference.get("every").asInt();
            double[] values = Golden.numbers(reference.get("values"));
            double error = 0;
            double norm = 0;
            for (int i = 0; i < values.length; i++) {
                error += Math.pow(product[parameter.offset() + i * every] - values[i], 2);
                norm += values[i] * values[i];
            }
            assertThat(Math.sqrt(error / norm)).as(golden.get("name") + " " + parameter.name()).isLessThan(NEAR);
            double l2 = Math.sqrt(Arrays.stream(product, parameter.offset(), parameter.end()).map(x -> x * x).sum());
            assertThat(l2 / reference.get("l2").asDouble()).isCloseTo(1, within(NEAR));
        }
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

    private static double[] parameters(Network network, JsonNode golden) throws IOException {
        double[] w = Waves.byFormula(network);
        if (golden.has("file")) {
            try (InputStream in = Golden.class.getResourceAsStream(golden.get("file").asString())) {
                byte[] bytes = in.readAllBytes();
                assertThat(bytes).hasSize(w.length);
                for (int k = 0; k < network.parameters().size(); k++) {
                    for (int i = network.parameters().get(k).offset(); i < network.parameters().get(k).end(); i++) {
                        w[i] = bytes[i] * golden.get("scales").get(k).asDouble();
                    }
                }
            }
        }
        return w;
    }

    private static HessianProduct small(Loss loss) {
        Network network = new Perceptron(List.of(6), Activation.TANH, loss).on(8, 10);
        HessianProduct hessian = new HessianProduct(network, new Squares(50, 8), 50, Crew.NONE);
        hessian.at(Waves.byFormula(network));
        return hessian;
    }

    @Test
    void theDiagonalIsTheReference() {
        HessianProduct hessian = small(Loss.SQUARED);
        double[] expected = Golden.numbers(SMALL.get("diagonal"));
        double[] unit = new double[expected.length];
        double[] product = new double[expected.length];
        double largest = Arrays.stream(expected).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            unit[i] = 1;
            hessian.multiply(unit, product);
            unit[i] = 0;
            assertThat(product[i]).isCloseTo(expected[i], within(1e-6 * largest));
        }
    }

    @Test
    void theGaussNewtonDiagonalIsTheReference() {
        theGaussNewtonDiagonalIs("gauss_newton_diagonal", Loss.SQUARED);
        theGaussNewtonDiagonalIs("gauss_newton_diagonal_of_cross_entropy", Loss.CROSS_ENTROPY);
    }

    private static void theGaussNewtonDiagonalIs(String name, Loss loss) {
        HessianProduct hessian = small(loss);
        double[] expected = Golden.numbers(SMALL.get(name));
        double[] diagonal = new double[expected.length];
        IntStream.range(0, 50).forEach(picture -> hessian.addGaussNewtonDiagonal(picture, diagonal));
        double[] unit = new double[expected.length];
        double[] product = new double[expected.length];
        for (int i = 0; i < expected.length; i++) {
            assertThat(diagonal[i]).isCloseTo(expected[i], within(1e-5 * expected[i]));
            unit[i] = 1;
            hessian.beginGaussNewton(unit);
            hessian.goOn(() -> false);
            hessian.end(product);
            unit[i] = 0;
            assertThat(product[i]).isCloseTo(expected[i], within(1e-5 * expected[i]));
        }
    }

    @Test
    void theLargestEigenvaluesAreTheReferences() {
        HessianProduct hessian = small(Loss.SQUARED);
        double[] expected = Golden.numbers(SMALL.get("eigenvalues"));
        Random random = new Random(1);
        double[] start = random.doubles(expected.length, -1, 1).toArray();
        Lanczos lanczos = new Lanczos(products(hessian), start, 150, 0).finish();
        for (int i = 0; i < 20; i++) {
            assertThat(lanczos.value(i)).as("eigenvalue " + i).isCloseTo(expected[i], within(2e-6 * expected[0]));
        }
    }

    static Products products(HessianProduct hessian) {
        return new Products() {
            @Override
            public int size() {
                return hessian.size();
            }

            @Override
            public void begin(double[] v) {
                hessian.begin(v);
            }

            @Override
            public boolean goOn(BooleanSupplier over) {
                return hessian.goOn(over);
            }

            @Override
            public void end(double[] product) {
                hessian.end(product);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "mlp", "lenet", "lenet-relu"})
    void productsAreSymmetricAndTheSameInSlicesAndOnManyCores(String name) {
        Network network = Architecture.named(name).orElseThrow().on(28, 10);
        Patterns pictures = new Patterns(70, LABELS);
        double[] w = Waves.byFormula(network);
        double[] u = Waves.direction(network);
        double[] v = w.clone();
        HessianProduct alone = new HessianProduct(network, pictures, 70, Crew.NONE);
        alone.at(w);
        double[] hu = new double[w.length];
        double[] hv = new double[w.length];
        alone.multiply(u, hu);
        alone.multiply(v, hv);
        double size = Math.sqrt(dot(hu, hu) * dot(v, v));
        assertThat(dot(v, hu)).isCloseTo(dot(u, hv), within(1e-5 * size));

        HessianProduct many = new HessianProduct(network, pictures, 70, new Crew(2));
        many.at(w);
        many.begin(u);
        int slices = 1;
        while (!many.goOn(() -> true)) {
            slices++;
        }
        double[] sliced = new double[w.length];
        many.end(sliced);
        assertThat(slices).isGreaterThan(1);
        assertThat(sliced).containsExactly(hu);
    }

    private static double dot(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    @Test
    void whatIsNoSampleIsRefused() {
        Network network = Architecture.SOFTMAX.on(28, 10);
        for (int sample : new int[] {0, -1, 8}) {
            assertThatThrownBy(() -> new HessianProduct(network, new Patterns(7, LABELS), sample, Crew.NONE))
                    .hasMessageContaining("sample");
        }
        assertThatThrownBy(() -> new HessianProduct(network, new Squares(7, 8), 7, Crew.NONE))
                .hasMessageContaining("28");
    }
}
