package descentlab.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How the eigenvalues of a symmetric matrix are spread, by stochastic Lanczos quadrature (Golub and Welsch 1969; Ubaru, Chen
 * and Saad, SIAM J. Matrix Anal. Appl. 38, 2017): from a Gaussian start, the Ritz values with their weights integrate
 * functions over the spectrum, as the start sees it; the mean over several starts is an estimate of (1/n) tr f(A).
 *
 * <p>The error falls with the root of the number of starts times that of n. Eigenvalues that lie close together are not told
 * apart.
 */
public final class SpectralDensity {

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    private record Node(double value, double weight) {}

    private final List<Node> nodes = new ArrayList<>();
    private int probes;

    /** Takes in an iteration from a start of its own, which has ended. */
    public void add(Lanczos probe) {
        probes++;
        for (int i = 0; i < probe.steps(); i++) {
            nodes.add(new Node(probe.value(i), probe.weight(i)));
        }
    }

    /** The mean of f over the eigenvalues; NaN before the first start. */
    public double mean(DoubleUnaryOperator f) {
        return nodes.stream().mapToDouble(node -> node.weight * f.applyAsDouble(node.value)).sum() / probes;
    }

    /** The largest size of a Ritz value. */
    public double largest() {
        return nodes.stream().mapToDouble(node -> Math.abs(node.value)).max().orElse(Double.NaN);
    }

    /** The least Ritz value. */
    public double least() {
        return nodes.stream().mapToDouble(Node::value).min().orElse(Double.NaN);
    }

    /** The share of eigenvalues below 0, those aside that are rounding: of a size below this share of the largest. */
    public double negatives(double rounding) {
        double least = rounding * largest();
        return mean(value -> value < -least ? 1 : 0);
    }

    /** The density at a place, each Ritz value spread as a Gaussian of that deviation; its integral is 1. */
    public double at(double place, double deviation) {
        return mean(value -> {
            double z = (place - value) / deviation;
            return Math.exp(-z * z / 2) / (deviation * ROOT_OF_TWO_PI);
        });
    }
}
