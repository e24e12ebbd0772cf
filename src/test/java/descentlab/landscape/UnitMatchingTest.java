package descentlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.Images;
import descentlab.dataset.Silhouettes;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Perceptron;
import descentlab.model.ShardedNetwork;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hidden units in another order compute the same, and matching finds the order that they had. */
class UnitMatchingTest {

    private static final Images PICTURES = Silhouettes.standard().training().first(60);

    static Stream<Network> networks() {
        return Stream.of(
                Architecture.LENET.on(28, 10),
                Architecture.LENET_RELU.on(28, 10),
                new Perceptron(List.of(20, 12), Activation.TANH, Loss.CROSS_ENTROPY).on(28, 10),
                new Perceptron(List.of(20, 12), Activation.RELU, Norm.BATCH, Loss.CROSS_ENTROPY).on(28, 10));
    }

    private static double[] parameters(Network network, long seed) {
        double[] w = new double[network.size()];
        network.initialize(w, new Random(seed));
        Random random = new Random(seed + 1);
        for (int i = 0; i < w.length; i++) {
            w[i] += 0.01 * random.nextGaussian(); // biases, too
        }
        return w;
    }

    private static double[] shuffled(Network network, double[] w, long seed) {
        double[] other = w.clone();
        Random random = new Random(seed);
        HiddenUnits.of(network.parameters()).forEach(units -> units.reorder(other, units.shuffled(random)));
        return other;
    }

    private static void match(Network network, double[] like, double[] w) {
        UnitMatching matching = new UnitMatching(network.parameters(), like, w);
        while (!matching.goOn(() -> true)) {
            // on
        }
    }

    private static double loss(Network network, double[] w) {
        return new ShardedNetwork(network, PICTURES, PICTURES.count(), Crew.NONE)
                        .classify(w, PICTURES, 0, PICTURES.count(), new byte[PICTURES.count()])
                / PICTURES.count();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void anotherOrderComputesTheSame(Network network) {
        double[] w = parameters(network, 1);
        double[] other = shuffled(network, w, 2);
        assertThat(other).isNotEqualTo(w);
        assertThat(loss(network, other)).isCloseTo(loss(network, w), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void matchingFindsTheOrderThatTheyHad(Network network) {
        double[] w = parameters(network, 3);
        double[] other = shuffled(network, w, 4);
        match(network, w, other);
        assertThat(other).containsExactly(w);
    }

    @Test
    void matchingNeverFitsWorse() {
        Network network = Architecture.LENET.on(28, 10);
        double[] like = parameters(network, 5);
        double[] w = parameters(network, 6);
        double before = PlaneSearch.dot(like, w);
        double own = loss(network, w);
        match(network, like, w);
        assertThat(PlaneSearch.dot(like, w)).isGreaterThan(before);
        assertThat(loss(network, w)).isCloseTo(own, within(1e-6));
        double[] again = w.clone();
        match(network, like, again);
        assertThat(again).containsExactly(w);
    }

    @Test
    void aNetworkWithoutHiddenUnitsHasNoOrder() {
        Network network = Architecture.SOFTMAX.on(28, 10);
        assertThat(HiddenUnits.of(network.parameters())).isEmpty();
        double[] w = parameters(network, 7);
        double[] other = w.clone();
        match(network, parameters(network, 8), other);
        assertThat(other).containsExactly(w);
    }
}
