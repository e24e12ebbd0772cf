package descentlab.landscape;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The products (x_i - x_0)'(x_j - x_0) of points, pair by pair, in double. Taken from the first point, they lose nothing to a
 * start that all have in common.
 */
final class Gram implements Work {

    private final List<float[]> points;
    private final double[][] products;
    private int row;
    private int column;

    Gram(List<float[]> points) {
        this.points = points;
        this.products = new double[points.size()][points.size()];
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        while (row < products.length) {
            double product = product(points.get(row), points.get(column), points.getFirst());
            products[row][column] = product;
            products[column][row] = product;
            column++;
            if (column > row) {
                row++;
                column = 0;
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return row == products.length;
    }

    /** Four sums, so that one addition need not wait for the last. */
    private static double product(float[] x, float[] y, float[] from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            s0 += ((double) x[i] - from[i]) * ((double) y[i] - from[i]);
            s1 += ((double) x[i + 1] - from[i + 1]) * ((double) y[i + 1] - from[i + 1]);
            s2 += ((double) x[i + 2] - from[i + 2]) * ((double) y[i + 2] - from[i + 2]);
            s3 += ((double) x[i + 3] - from[i + 3]) * ((double) y[i + 3] - from[i + 3]);
        }
        for (; i < x.length; i++) {
            s0 += ((double) x[i] - from[i]) * ((double) y[i] - from[i]);
        }
        return s0 + s1 + (s2 + s3);
    }

    /** The products of some neighbors among the points, each less their mean: a matrix that is symmetric to the last bit. */
    double[][] centered(int from, int to) {
        int count = to - from;
        double[] means = new double[count];
        double mean = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                means[i] += products[from + i][from + j] / count;
            }
            mean += means[i] / count;
        }
        double[][] centered = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                // In this order i and j may change places.
                centered[i][j] = products[from + i][from + j] - (means[i] + means[j]) + mean;
            }
        }
        return centered;
    }
}
