package descentlab.linalg;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Orthonormal bases of what a square matrix B takes to 0 from the right, Bx = 0, and from the left, y^H B = 0: the singular
 * vectors of its singular values up to a tolerance, of the least one if none is (Golub and Van Loan, Matrix Computations, 2.4).
 * Vectors are known to about eps ||B|| over the next larger singular value.
 *
 * <p>A complex B = X + iY goes by the real [X -Y; Y X], where each singular value comes twice; a real one has real bases.
 *
 * @param right the vectors x
 * @param left as many vectors y
 */
record NullSpace(List<Complex[]> right, List<Complex[]> left) {

    /** The null space as far as singular values up to {@code tolerance} count as 0. */
    static NullSpace of(ComplexMatrix b, double tolerance) {
        int n = b.size();
        boolean real = b.isReal();
        SingularValueDecomposition svd =
                new SingularValueDecomposition(new Array2DRowRealMatrix(real ? b.realParts() : b.asReal()));
        double[] sigma = svd.getSingularValues();
        int each = real ? 1 : 2;
        int dimension = 1;
        while (dimension < n && sigma[sigma.length - each * (dimension + 1)] <= tolerance) {
            dimension++;
        }
        return new NullSpace(last(svd.getV(), dimension, n), last(svd.getU(), dimension, n));
    }

    private static List<Complex[]> last(RealMatrix columns, int dimension, int n) {
        boolean real = columns.getRowDimension() == n;
        int count = real ? dimension : 2 * dimension;
        List<Complex[]> vectors = new ArrayList<>();
        for (int k = columns.getColumnDimension() - count; k < columns.getColumnDimension(); k++) {
            Complex[] vector = new Complex[n];
            for (int i = 0; i < n; i++) {
                vector[i] = new Complex(columns.getEntry(i, k), real ? 0 : columns.getEntry(n + i, k));
            }
            vectors.add(vector);
        }
        return real ? vectors : orthonormal(vectors, dimension);
    }

    /** Of twice as many vectors as there are dimensions, a basis: always what is farthest from all before. */
    private static List<Complex[]> orthonormal(List<Complex[]> vectors, int dimension) {
        List<Complex[]> left = new ArrayList<>(vectors);
        List<Complex[]> basis = new ArrayList<>();
        while (basis.size() < dimension) {
            Complex[] longest = left.getFirst();
            for (Complex[] vector : left) {
                longest = length(vector) > length(longest) ? vector : longest;
            }
            Complex[] next = longest.clone();
            double length = length(next);
            for (int i = 0; i < next.length; i++) {
                next[i] = next[i].divide(length);
            }
            basis.add(next);
            left.forEach(vector -> remove(vector, next));
        }
        return basis;
    }

    private static void remove(Complex[] vector, Complex[] unit) {
        Complex along = dot(unit, vector);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = vector[i].subtract(unit[i].multiply(along));
        }
    }

    /** x^H y. */
    static Complex dot(Complex[] x, Complex[] y) {
        Complex sum = Complex.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(x[i].conjugate().multiply(y[i]));
        }
        return sum;
    }

    static double length(Complex[] x) {
        double sum = 0;
        for (Complex z : x) {
            sum += z.getRealPart() * z.getRealPart() + z.getImaginaryPart() * z.getImaginaryPart();
        }
        return Math.sqrt(sum);
    }
}
