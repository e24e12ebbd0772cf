package descentlab.training;

import descentlab.model.Network;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.KthSelector;

/**
 * Measures each layer of a network in training: the Euclidean norm of its part of the last batch's gradient, and the
 * 5%, 50% and 95% quantiles of the effective learning rates of its parameters in the last step, of those that have one. That is where
 * Adagrad's decay shows, layer by layer.
 */
final class LayerGauge {

    private static final double[] QUANTILES = {0.05, 0.5, 0.95};
    private static final int NUMBERS = 1 + QUANTILES.length;

    private final List<Network.Span> spans;
    private final double[][] copies;

    /** Sorting them would take many times as long, within somebody's turn. */
    private final KthSelector selector = new KthSelector();

    LayerGauge(Network network) {
        this.spans = network.spans();
        this.copies = spans.stream().map(span -> new double[span.to() - span.from()]).toArray(double[][]::new);
    }

    /** Column names, layer by layer: {@code fc1.gradient}, {@code fc1.rate05}, {@code fc1.rate50}, {@code fc1.rate95}. */
    static List<String> columns(Network network) {
        return network.spans().stream()
                .flatMap(span -> Stream.of("gradient", "rate05", "rate50", "rate95")
                        .map(number -> span.name() + "." + number))
                .toList();
    }

    /** Writes the numbers of all layers. */
    void measure(double[] gradient, double[] rates, double[] into, int at) {
        for (int layer = 0; layer < copies.length; layer++) {
            Network.Span span = spans.get(layer);
            int to = at + layer * NUMBERS;
            double squares = 0;
            for (int i = span.from(); i < span.to(); i++) {
                squares += gradient[i] * gradient[i];
            }
            into[to] = Math.sqrt(squares);
            double[] copy = copies[layer];
            int known = known(rates, span.from(), copy);
            for (int q = 0; q < QUANTILES.length; q++) {
                into[to + 1 + q] = known == 0
                        ? Double.NaN
                        : selector.select(copy, null, (int) Math.round(QUANTILES[q] * (known - 1)));
            }
        }
    }

    /** The quantiles of each layer's rates, read back from where they were {@linkplain #measure written}. */
    static double[][] rates(Network network, double[] row, int at) {
        return IntStream.range(0, network.spans().size())
                .mapToObj(layer -> Arrays.copyOfRange(row, at + layer * NUMBERS + 1, at + (layer + 1) * NUMBERS))
                .toArray(double[][]::new);
    }

    /** Copies rates, with those that are none, as a rule's are where there is no gradient, behind all others; how many these are. */
    private static int known(double[] rates, int from, double[] into) {
        int known = 0;
        for (int i = 0; i < into.length; i++) {
            double rate = rates[from + i];
            boolean none = Double.isNaN(rate);
            into[i] = none ? Double.POSITIVE_INFINITY : rate;
            known += none ? 0 : 1;
        }
        return known;
    }
}
