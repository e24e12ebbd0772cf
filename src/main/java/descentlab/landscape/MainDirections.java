package descentlab.landscape;

import descentlab.linalg.SymmetricEigen;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The two main directions of some points, by the eigenvectors c of their Gram matrix G = X X', X the points less their mean, row by
 * row: the direction is X'c / sqrt(lambda), a right singular vector of X, and the points' coordinates along it are sqrt(lambda) c. The
 * matrix is as large as there are points, however long these are.
 *
 * @param variance of all points, times their number: the sum of the eigenvalues
 * @param values the two largest eigenvalues, 0 where there are not as many
 * @param vectors theirs
 */
record MainDirections(double variance, double[] values, double[][] vectors) {

    /** Eigenvalues below this share of the largest are rounding. */
    private static final double ROUNDING = 1e-12;

    /** Of a Gram matrix, which must be symmetric to the last bit. */
    static MainDirections of(double[][] gram) {
        SymmetricEigen eigen = SymmetricEigen.of(gram);
        double largest = eigen.values()[0];
        double[] values = new double[2];
        double[][] vectors = new double[2][gram.length];
        for (int k = 0; k < Math.min(2, gram.length); k++) {
            double value = eigen.values()[k];
            if (value > ROUNDING * largest && value > 0) {
                values[k] = value;
                vectors[k] = eigen.vectors()[k];
            }
        }
        double variance = IntStream.range(0, gram.length).mapToDouble(i -> gram[i][i]).sum();
        return new MainDirections(variance, values, vectors);
    }

    /** The share of the variance that lies along a direction; 0 where nothing varies. */
    double share(int k) {
        return variance > 0 ? values[k] / variance : 0;
    }

    /** The points' coordinates along a direction, as multiples of the root of the variance, the last not below the first. */
    double[] coordinates(int k) {
        double[] c = vectors[k];
        double scale = variance > 0 ? Math.sqrt(values[k] / variance) : 0;
        double sign = c[c.length - 1] < c[0] ? -scale : scale;
        return Arrays.stream(c).map(each -> sign * each + 0.0).toArray();
    }
}
