package descentlab.diagram;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A line or a cloud of dots.
 *
 * @param name for the legend and the table
 * @param look the optimizer whose color and marker it has; empty for one that belongs to none
 * @param style how it is drawn
 * @param x where each point is
 * @param y how high; not finite where there is none
 */
public record Curve(String name, String look, Style style, double[] x, double[] y) {

    /** How a curve is drawn. */
    public enum Style {
        LINE,
        DASHED,
        DOTS
    }

    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + ": " + x.length + " places and " + y.length + " heights");
        }
    }

    /** The graph of a function over an axis. */
    static Curve of(String name, String look, Style style, Axis over, int points, DoubleUnaryOperator f) {
        double[] x = IntStream.range(0, points)
                .mapToDouble(i -> {
                    double part = i / (points - 1.0);
                    return over.log()
                            ? over.low() * Math.pow(over.high() / over.low(), part)
                            : over.low() + part * (over.high() - over.low());
                })
                .toArray();
        return new Curve(name, look, style, x, IntStream.range(0, points).mapToDouble(i -> f.applyAsDouble(x[i])).toArray());
    }
}
