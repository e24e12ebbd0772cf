package descentlab.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SchurTransformer;

/**
 * The eigenvalues of a square matrix, each as often as its algebraic multiplicity.
 *
 * <p>Order: by real part, smallest first; where real parts agree to 1e-9 of the largest modulus, by imaginary part. So
 * rounding does not reorder a conjugate pair. Eigenvalues of a Hermitian matrix are real.
 *
 * <p>Accuracy is that of a backward stable method: errors of about 1e-15 ||M|| times the eigenvalue's own condition.
 * An eigenvalue of a Jordan block of size k inside a full matrix is thus known to 1e-15^(1/k) only, in any
 * double-precision program; in a (permuted) triangular matrix it is exact.
 *
 * @param values the n eigenvalues in that order
 * @param hermitian true if the matrix is Hermitian up to rounding
 */
public record Spectrum(List<Complex> values, boolean hermitian) {

    private static final double EPSILON = Math.ulp(1.0);
    private static final double SAME_REAL_PART = 1e-9;
    private static final Comparator<Complex> BY_REAL = Comparator.comparingDouble(Complex::getRealPart);
    private static final Comparator<Complex> BY_IMAGINARY = Comparator.comparingDouble(Complex::getImaginaryPart);

    public Spectrum {
        values = List.copyOf(values);
    }

    /** The eigenvalues of a matrix. */
    public static Spectrum of(ComplexMatrix matrix) {
        boolean hermitian = matrix.isHermitian();
        ComplexMatrix whole = hermitian ? matrix.hermitianPart() : matrix;
        List<Complex> values = new ArrayList<>();
        for (int[] block : Irreducible.blocks(whole)) {
            values.addAll(ofBlock(whole.principal(block), hermitian));
        }
        return new Spectrum(sorted(values), hermitian);
    }

    private static List<Complex> ofBlock(ComplexMatrix block, boolean hermitian) {
        if (block.size() == 1) {
            Complex only = block.at(0, 0);
            return List.of(hermitian ? new Complex(only.getRealPart()) : only);
        }
        // Near 1 no square overflows, and Hipparchus' absolute thresholds are harmless.
        int exponent = Math.getExponent(block.largestPart());
        ComplexMatrix moderate = ComplexMatrix.of(
                block.size(), (i, j) -> Irreducible.scale(block.at(i, j), -exponent));
        Complex[] values = hermitian ? ofHermitian(moderate) : ofGeneral(Irreducible.balanced(moderate));
        return Arrays.stream(values).map(z -> Irreducible.scale(z, exponent)).toList();
    }

    /** By way of a real symmetric matrix, where each comes twice if it is not real itself. */
    private static Complex[] ofHermitian(ComplexMatrix matrix) {
        int n = matrix.size();
        boolean real = matrix.isReal();
        double[] values = SymmetricEigen.of(real ? matrix.realParts() : matrix.asReal()).values();
        Arrays.sort(values);
        Complex[] spectrum = new Complex[n];
        for (int i = 0; i < n; i++) {
            spectrum[i] = new Complex(real ? values[i] : (values[2 * i] + values[2 * i + 1]) / 2);
        }
        return spectrum;
    }

    private static Complex[] ofGeneral(ComplexMatrix matrix) {
        if (!matrix.isReal()) {
            return ComplexQr.eigenvalues(matrix);
        }
        if (matrix.size() == 2) {
            // A block already: the closed form keeps a double eigenvalue together.
            return ofSchurForm(new Array2DRowRealMatrix(matrix.realParts()));
        }
        try {
            return ofSchurForm(new SchurTransformer(new Array2DRowRealMatrix(matrix.realParts())).getT());
        } catch (MathRuntimeException noConvergence) {
            // Francis' double shifts can cycle on a real matrix where complex single shifts do not.
            return ComplexQr.eigenvalues(matrix);
        }
    }

    /** From the diagonal blocks of size 1 and 2 of a real Schur form. */
    private static Complex[] ofSchurForm(RealMatrix t) {
        int n = t.getRowDimension();
        Complex[] values = new Complex[n];
        for (int i = 0; i < n; i++) {
            double a = t.getEntry(i, i);
            if (i == n - 1 || negligible(t, i)) {
                values[i] = new Complex(a);
                continue;
            }
            double d = t.getEntry(i + 1, i + 1);
            double half = (a - d) / 2;
            double product = t.getEntry(i, i + 1) * t.getEntry(i + 1, i);
            double square = half * half + product;
            if (square < 0) {
                double imaginary = Math.sqrt(-square);
                values[i] = new Complex((a + d) / 2, -imaginary);
                values[i + 1] = new Complex((a + d) / 2, imaginary);
            } else {
                double z = half + Math.copySign(Math.sqrt(square), half);
                values[i] = new Complex(d + z);
                values[i + 1] = new Complex(z == 0 ? d : d - product / z);
            }
            i++;
        }
        return values;
    }

    private static boolean negligible(RealMatrix t, int i) {
        double scale = Math.abs(t.getEntry(i, i)) + Math.abs(t.getEntry(i + 1, i + 1));
        return Math.abs(t.getEntry(i + 1, i)) <= EPSILON * scale;
    }

    private static List<Complex> sorted(List<Complex> values) {
        List<Complex> sorted = new ArrayList<>(values);
        sorted.sort(BY_REAL.thenComparing(BY_IMAGINARY));
        double tolerance = SAME_REAL_PART * sorted.stream().mapToDouble(Complex::norm).max().orElse(0);
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).getRealPart() - sorted.get(to - 1).getRealPart() <= tolerance) {
                to++;
            }
            sorted.subList(from, to).sort(BY_IMAGINARY);
        }
        return sorted;
    }
}
