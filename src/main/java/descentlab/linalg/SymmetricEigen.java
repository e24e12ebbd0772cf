package descentlab.linalg;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The eigenvalues and eigenvectors of a real symmetric matrix M, by Householder's reduction and implicit QL steps. Errors are about
 * 1e-16 n ||M||.
 *
 * <p>QL steps take the eigenvalues from the first row on, and stop at an off-diagonal entry that is nothing beside the two diagonal
 * entries next to it. Where M grows from small entries to large ones, the rounding of the large ones keeps it from ever being that. Then M +
 * ||M||I is taken apart in its place: its eigenvectors are those of M, its eigenvalues are larger by ||M||, the largest sum of the
 * moduli in a row, and none of them is small beside another.
 *
 * @param values the eigenvalues, the largest first
 * @param vectors orthonormal, row k belongs to values[k]
 */
public record SymmetricEigen(double[] values, double[][] vectors) {

    /**
     * Of a matrix, row by row.
     *
     * @throws org.hipparchus.exception.MathIllegalArgumentException if two entries that should be equal differ by more than 1e-12 of themselves
     */
    public static SymmetricEigen of(double[][] matrix) {
        double norm = Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .max()
                .orElse(0);
        return of(
                norm,
                shift -> {
                    Array2DRowRealMatrix shifted = new Array2DRowRealMatrix(matrix);
                    for (int i = 0; i < matrix.length; i++) {
                        shifted.addToEntry(i, i, shift);
                    }
                    return new EigenDecompositionSymmetric(shifted);
                });
    }

    /**
     * Of a tridiagonal matrix.
     *
     * @param diagonal n entries
     * @param beside the n - 1 below and above it
     */
    public static SymmetricEigen ofTridiagonal(double[] diagonal, double[] beside) {
        double norm = IntStream.range(0, diagonal.length)
                .mapToDouble(i -> Math.abs(diagonal[i])
                        + (i > 0 ? Math.abs(beside[i - 1]) : 0)
                        + (i < beside.length ? Math.abs(beside[i]) : 0))
                .max()
                .orElse(0);
        return of(
                norm,
                shift -> new EigenDecompositionSymmetric(
                        Arrays.stream(diagonal).map(each -> each + shift).toArray(), beside.clone()));
    }

    private static SymmetricEigen of(double norm, DoubleFunction<EigenDecompositionSymmetric> shifted) {
        try {
            return of(shifted.apply(0), 0);
        } catch (MathIllegalStateException noConvergence) {
            return of(shifted.apply(norm), norm);
        }
    }

    private static SymmetricEigen of(EigenDecompositionSymmetric eigen, double shift) {
        double[] values = eigen.getEigenvalues();
        return new SymmetricEigen(
                Arrays.stream(values).map(each -> each - shift).toArray(),
                IntStream.range(0, values.length)
                        .mapToObj(k -> eigen.getEigenvector(k).toArray())
                        .toArray(double[][]::new));
    }
}
