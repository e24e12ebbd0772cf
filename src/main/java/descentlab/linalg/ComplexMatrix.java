package descentlab.linalg;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.hipparchus.complex.Complex;

/**
 * An immutable square matrix of complex numbers, kept row-major, without negative zeros. Indices count from 0.
 *
 * <p>A matrix counts as Hermitian if it differs from its conjugate transpose by no more than rounding leaves: entry
 * pairs may differ by 1e-12 of their size or of the geometric mean of their diagonal entries.
 */
public final class ComplexMatrix {

    private static final double HERMITIAN_TOLERANCE = 1e-12;

    private final int n;
    private final Complex[] entries;

    private ComplexMatrix(int n, Complex[] entries) {
        this.n = n;
        this.entries = entries;
    }

    /** What a matrix holds at row i, column j. */
    @FunctionalInterface
    public interface Entries {
        Complex at(int i, int j);
    }

    /** What a real matrix holds at row i, column j. */
    @FunctionalInterface
    public interface RealEntries {
        double at(int i, int j);
    }

    /**
     * The n x n matrix with the given entries.
     *
     * @throws IllegalArgumentException if n is under 1
     */
    public static ComplexMatrix of(int n, Entries entries) {
        if (n < 1) {
            throw new IllegalArgumentException("a matrix needs at least one row, got " + n);
        }
        Complex[] all = new Complex[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Complex z = entries.at(i, j);
                all[i * n + j] = new Complex(z.getRealPart() + 0.0, z.getImaginaryPart() + 0.0);
            }
        }
        return new ComplexMatrix(n, all);
    }

    /** The n x n matrix with the given real entries. */
    public static ComplexMatrix real(int n, RealEntries entries) {
        return of(n, (i, j) -> new Complex(entries.at(i, j)));
    }

    /**
     * The matrix with these rows of real numbers.
     *
     * @throws IllegalArgumentException if it is not square
     */
    public static ComplexMatrix rows(double[]... rows) {
        for (double[] row : rows) {
            if (row.length != rows.length) {
                throw new IllegalArgumentException(rows.length + " rows, but one of " + row.length + " entries");
            }
        }
        return real(rows.length, (i, j) -> rows[i][j]);
    }

    /** Number of rows, which is the number of columns. */
    public int size() {
        return n;
    }

    public Complex at(int i, int j) {
        return entries[i * n + j];
    }

    /** Entry i of the diagonal. */
    public Complex diagonal(int i) {
        return at(i, i);
    }

    /** True if no entry has an imaginary part. */
    public boolean isReal() {
        return Arrays.stream(entries).allMatch(z -> z.getImaginaryPart() == 0);
    }

    /** True if every entry off the diagonal is 0. */
    public boolean isDiagonal() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && at(i, j).norm() != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** True if this equals its conjugate transpose up to rounding. */
    public boolean isHermitian() {
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double difference = at(i, j).subtract(at(j, i).conjugate()).norm();
                double scale = Math.max(at(i, j).norm(), at(j, i).norm())
                        + Math.sqrt(diagonal(i).norm()) * Math.sqrt(diagonal(j).norm());
                if (difference > HERMITIAN_TOLERANCE * scale) {
                    return false;
                }
            }
        }
        return true;
    }

    /** (M + M^H) / 2. */
    public ComplexMatrix hermitianPart() {
        return of(n, (i, j) -> at(i, j).add(at(j, i).conjugate()).multiply(0.5));
    }

    public ComplexMatrix transpose() {
        return of(n, (i, j) -> at(j, i));
    }

    /** D + t (M - D), where D is the diagonal of M: the off-diagonal entries scaled by t. */
    public ComplexMatrix fadeOffDiagonal(double t) {
        return of(n, (i, j) -> i == j || t == 1 ? at(i, j) : at(i, j).multiply(t));
    }

    /** The principal submatrix of the given rows and columns. */
    ComplexMatrix principal(int... indices) {
        return of(indices.length, (i, j) -> at(indices[i], indices[j]));
    }

    /** Ax. */
    Complex[] times(Complex[] x) {
        Complex[] product = new Complex[n];
        for (int i = 0; i < n; i++) {
            product[i] = Complex.ZERO;
            for (int j = 0; j < n; j++) {
                product[i] = product[i].add(at(i, j).multiply(x[j]));
            }
        }
        return product;
    }

    /** M - sI. */
    ComplexMatrix minus(Complex s) {
        return of(n, (i, j) -> i == j ? at(i, j).subtract(s) : at(i, j));
    }

    /** The root of the sum of squares of all entries. */
    double norm() {
        return NullSpace.length(entries);
    }

    /** Largest |entry| as the maximum of real and imaginary parts, which cannot overflow. */
    double largestPart() {
        double largest = 0;
        for (Complex z : entries) {
            largest = Math.max(largest, Math.max(Math.abs(z.getRealPart()), Math.abs(z.getImaginaryPart())));
        }
        return largest;
    }

    /** Sum over j of |entry i, j| where the column passes the test. */
    double rowSum(int i, IntPredicate column) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += column.test(j) ? at(i, j).norm() : 0;
        }
        return sum;
    }

    /** The real parts, row by row. */
    public double[][] realParts() {
        double[][] parts = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                parts[i][j] = at(i, j).getRealPart();
            }
        }
        return parts;
    }

    /** The real [X -Y; Y X] of X + iY, which takes (p, q) where this takes p + iq. */
    double[][] asReal() {
        double[][] real = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Complex z = at(i, j);
                real[i][j] = real[n + i][n + j] = z.getRealPart();
                real[i][n + j] = -z.getImaginaryPart();
                real[n + i][j] = z.getImaginaryPart();
            }
        }
        return real;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComplexMatrix matrix && Arrays.equals(entries, matrix.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    /** The text that {@link MatrixText} reads back. */
    @Override
    public String toString() {
        return MatrixText.print(this);
    }
}
