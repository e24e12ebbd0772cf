package descentlab.linalg;

import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * An eigenvalue lambda of A with its eigenvectors from the right and from the left, Av = lambda v and w^H A = lambda w^H, scaled
 * so that ||v|| = 1 and w^H v = 1. Then vw^H is the projector onto v along all other eigenvectors: with V the eigenvectors and
 * v its column k, w^H is row k of V^-1.
 *
 * <p>||w|| is Wilkinson's condition number of a simple eigenvalue (The Algebraic Eigenvalue Problem, 2.8): a change of A by E
 * moves lambda by up to ||w|| ||E||, and no more to first order. It is 1 for a Hermitian matrix, and infinite where v is at right
 * angles to w, as for a Jordan block. Of an eigenvalue with several eigenvectors that pair of v and w is taken that has the
 * smallest.
 *
 * <p>v and w are null vectors of A - lambda I; they are off by about eps ||A|| over the distance to the next eigenvalue. Of a
 * real eigenvalue of a real matrix they are real.
 *
 * @param value lambda
 * @param right v
 * @param left w; what w^H v = 0 leaves of it where the condition is infinite
 * @param condition ||w||
 */
record Eigentriplet(Complex value, Complex[] right, Complex[] left, double condition) {

    /** Singular values of A - lambda I under so much of ||A|| count as 0: as far as eigenvalues are known. */
    private static final double SINGULAR = 1e-11;

    /** Of a matrix and one of its eigenvalues. */
    static Eigentriplet of(ComplexMatrix matrix, Complex value) {
        int n = matrix.size();
        double largest = Math.max(matrix.largestPart(), Double.MIN_NORMAL);
        int exponent = Math.getExponent(largest);
        Complex shift = Irreducible.scale(value, -exponent);
        ComplexMatrix moderate = ComplexMatrix.of(n, (i, j) -> Irreducible.scale(matrix.at(i, j), -exponent));
        NullSpace space = NullSpace.of(moderate.minus(shift), n * SINGULAR);
        return paired(value, space.right(), space.left());
    }

    /**
     * Of bases R and L of the two null spaces, the pair nearest to each other: with L^H R = USZ^H it is Rz and Lu of the largest
     * singular value s, and 1/s the condition.
     */
    private static Eigentriplet paired(Complex value, List<Complex[]> r, List<Complex[]> l) {
        int m = r.size();
        ComplexMatrix between = ComplexMatrix.of(m, (i, j) -> NullSpace.dot(l.get(i), r.get(j)));
        // A real one by itself: its complex singular vectors may mix real ones, of which then no projector is real.
        double[][] entries = between.isReal() ? between.realParts() : between.asReal();
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(entries));
        double cosine = svd.getSingularValues()[0];
        Complex[] right = combined(r, svd.getV().getColumn(0));
        Complex[] left = combined(l, svd.getU().getColumn(0));
        // u and z are known up to a common phase; what is left of w^H v beside its modulus is rounding.
        Complex product = NullSpace.dot(left, right).conjugate();
        for (int i = 0; cosine > 0 && i < left.length; i++) {
            left[i] = left[i].divide(product);
        }
        return new Eigentriplet(value, right, left, 1 / cosine);
    }

    /** The vectors in the proportions of a complex vector, whose real parts come first and alone if it is real. */
    private static Complex[] combined(List<Complex[]> vectors, double[] parts) {
        int m = vectors.size();
        Complex[] sum = new Complex[vectors.getFirst().length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Complex.ZERO;
            for (int k = 0; k < m; k++) {
                sum[i] = sum[i].add(vectors.get(k)[i].multiply(new Complex(parts[k], parts.length == m ? 0 : parts[m + k])));
            }
        }
        return sum;
    }

    /** Of a Hermitian matrix, where w is v. */
    Eigentriplet symmetric() {
        return new Eigentriplet(value, right, right, 1);
    }

    /** Entry i, j of the projector vw^H. */
    Complex projector(int i, int j) {
        return right[i].multiply(left[j].conjugate());
    }

    /** Largest modulus of an entry of the projector. */
    double largestProjection() {
        double largest = 0;
        for (int i = 0; i < right.length; i++) {
            for (int j = 0; j < left.length; j++) {
                largest = Math.max(largest, projector(i, j).norm());
            }
        }
        return largest;
    }
}
