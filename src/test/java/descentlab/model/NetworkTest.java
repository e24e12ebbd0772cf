package descentlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.linalg.FloatKernels;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network's gradient is that of its loss, on any number of cores, in batches of any size. */
class NetworkTest {

    private static final double STEP = 1e-6;
    private static final int EXAMPLES = 3;
    private static final Patterns PICTURES = new Patterns(70, new int[] {3, 0, 9, 7, 1, 1, 8});

    static Stream<Network> networks() {
        return Arrays.stream(Architecture.values()).map(each -> each.on(28, 10));
    }

    static Stream<Arguments> tensors() {
        return networks()
                .flatMap(network -> network.parameters().stream()
                        .map(parameter -> Arguments.of(network.name(), parameter.name(), network, parameter)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("tensors")
    void theGradientOfEachTensorIsTheSlopeOfTheLoss(String name, String tensor, Network network, Parameter parameter) {
        double[] w = start(network);
        double[] gradient = new double[w.length];
        ShardedNetwork sharded = new ShardedNetwork(network, PICTURES, EXAMPLES, Crew.NONE);
        double loss = sharded.lossAndGradient(w, rows(EXAMPLES), 0, EXAMPLES, gradient);
        NaiveNetwork naive = new NaiveNetwork(network, PICTURES);
        assertThat(loss).isCloseTo(naive.loss(w, EXAMPLES), within(1e-5));
        double norm = norm(gradient, parameter);
        assertThat(norm).isPositive();
        Random random = new Random(1);
        for (int trial = 0; trial < 3; trial++) {
            double[] direction = new double[w.length];
            for (int i = parameter.offset(); i < parameter.end(); i++) {
                direction[i] = trial == 0 ? gradient[i] / norm : random.nextGaussian() / Math.sqrt(parameter.count());
            }
            double expected = IntStream.range(0, w.length).mapToDouble(i -> direction[i] * gradient[i]).sum();
            double slope = (naive.loss(moved(w, direction, STEP), EXAMPLES)
                            - naive.loss(moved(w, direction, -STEP), EXAMPLES))
                    / (2 * STEP);
            assertThat(slope).isCloseTo(expected, within(1e-4 * norm));
        }
    }

    private static double[] moved(double[] w, double[] direction, double step) {
        return IntStream.range(0, w.length).mapToDouble(i -> w[i] + step * direction[i]).toArray();
    }

    private static double norm(double[] gradient, Parameter parameter) {
        double sum = 0;
        for (int i = parameter.offset(); i < parameter.end(); i++) {
            sum += gradient[i] * gradient[i];
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aBatchIsTheMeanOfItsExamples(Network network) {
        double[] w = start(network);
        double[] mean = new double[w.length];
        double[] one = new double[w.length];
        double loss = 0;
        int[] rows = rows(PICTURES.count());
        ShardedNetwork single = new ShardedNetwork(network, PICTURES, 1, Crew.NONE);
        for (int row : rows) {
            loss += single.lossAndGradient(w, rows, row, row + 1, one) / rows.length;
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / rows.length;
            }
        }
        double[] batch = new double[w.length];
        ShardedNetwork whole = new ShardedNetwork(network, PICTURES, rows.length, Crew.NONE);
        assertThat(whole.lossAndGradient(w, rows, 0, rows.length, batch)).isCloseTo(loss, within(1e-6));
        assertThat(IntStream.range(0, w.length).mapToDouble(i -> Math.abs(batch[i] - mean[i])).max().orElseThrow())
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void anyNumberOfCoresGivesTheSameBits(Network network) {
        double[] w = start(network);
        int[] rows = rows(PICTURES.count());
        double[] alone = new double[w.length];
        ShardedNetwork one = new ShardedNetwork(network, PICTURES, 64, Crew.NONE);
        double loss = one.lossAndGradient(w, rows, 3, 67, alone);
        ShardedNetwork many = new ShardedNetwork(network, PICTURES, 64, new Crew(3));
        for (int repeat = 0; repeat < 20; repeat++) {
            double[] together = new double[w.length];
            assertThat(many.lossAndGradient(w, rows, 3, 67, together)).isEqualTo(loss);
            assertThat(Arrays.equals(together, alone)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void classifyingAgreesWithTheLossAndTheScores(Network network) {
        double[] w = start(network);
        int[] rows = rows(PICTURES.count());
        ShardedNetwork sharded = new ShardedNetwork(network, PICTURES, 64, Crew.NONE);
        double mean = sharded.lossAndGradient(w, rows, 0, rows.length, new double[w.length]);
        byte[] predicted = new byte[rows.length];
        assertThat(sharded.classify(w, PICTURES, 0, rows.length, predicted) / rows.length)
                .isCloseTo(mean, within(1e-6));

        Weights weights = new Weights(network);
        weights.load(w);
        NetworkPass pass = network.pass(FloatKernels.create());
        pass.addGradient(weights, PICTURES, new int[] {41}, 0, 1, 1, new float[w.length], 0);
        float[] scores = pass.scores(0);
        int best = IntStream.range(0, scores.length).reduce((a, b) -> scores[b] > scores[a] ? b : a).orElseThrow();
        assertThat(predicted[41]).isEqualTo((byte) best);
    }

    private static double[] start(Network network) {
        double[] w = new double[network.size()];
        network.initialize(w, new Random(0));
        Random random = new Random(2);
        network.parameters().stream()
                .filter(Parameter::vector)
                .forEach(bias -> IntStream.range(bias.offset(), bias.end())
                        .forEach(i -> w[i] = 0.1 * random.nextGaussian()));
        return w;
    }

    private static int[] rows(int count) {
        return IntStream.range(0, count).toArray();
    }
}
