package descentlab.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A real symmetric Q = U' diag(lambda) U: the rows of U are orthonormal eigenvectors, lambda ascending. Ux are the
 * coordinates of x along the eigenvectors, and z = diag(lambda)^1/2 U x makes x'Qx/2 a sphere, z'z/2.
 *
 * <p>The sign of an eigenvector is fixed by making its largest component (the first of equals) positive.
 *
 * @param values lambda, ascending
 * @param u the matrix U, row k being the eigenvector of values[k]
 */
public record Eigenbasis(double[] values, double[][] u) {

    /**
     * The eigenbasis of a real symmetric matrix.
     *
     * @throws IllegalArgumentException if the matrix is complex or not symmetric up to rounding
     */
    public static Eigenbasis of(ComplexMatrix matrix) {
        if (!matrix.isReal() || !matrix.isHermitian()) {
            throw new IllegalArgumentException("an orthonormal eigenbasis needs a real symmetric matrix");
        }
        int n = matrix.size();
        int exponent = Math.getExponent(matrix.largestPart());
        double[][] q = ComplexMatrix.of(n, (i, j) -> Irreducible.scale(matrix.hermitianPart().at(i, j), -exponent))
                .realParts();
        SymmetricEigen eigen = SymmetricEigen.of(q);
        // Equal ones stay in their order.
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> eigen.values()[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values =
                Arrays.stream(order).mapToDouble(k -> Math.scalb(eigen.values()[k], exponent)).toArray();
        double[][] u = Arrays.stream(order).mapToObj(k -> signed(eigen.vectors()[k])).toArray(double[][]::new);
        return new Eigenbasis(values, u);
    }

    private static double[] signed(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            // Components of equal size up to rounding must not take turns in deciding.
            if (Math.abs(component) > Math.abs(largest) * (1 + 1e-9)) {
                largest = component;
            }
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(vector).map(component -> sign * component + 0.0).toArray();
    }

    /** Ux. */
    public double[] coordinates(double[] x) {
        return Arrays.stream(u)
                .mapToDouble(row -> IntStream.range(0, x.length).mapToDouble(i -> row[i] * x[i]).sum())
                .toArray();
    }

    /** diag(lambda)^1/2 U, the map to the coordinates in which the quadratic is a sphere. */
    public double[][] whitening() {
        return IntStream.range(0, values.length)
                .mapToObj(k -> Arrays.stream(u[k]).map(v -> v * Math.sqrt(values[k])).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Where x'Qx/2 + c'x has its minimum, -Q^-1 c, if all lambda are positive. A change of c by a unit vector along
     * eigenvector k moves it by 1 / lambda_k: the unit circle of changes goes to an ellipse of minimizers with these
     * half axes, long where lambda is small.
     */
    public double[] minimizer(double[] c) {
        double[] along = coordinates(c);
        double[] x = new double[c.length];
        for (int k = 0; k < values.length; k++) {
            for (int i = 0; i < x.length; i++) {
                x[i] -= along[k] / values[k] * u[k][i];
            }
        }
        return x;
    }
}
