package descentlab.linalg;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hipparchus.complex.Complex;

/**
 * A matrix worth a look.
 *
 * @param name short name, as in a list
 * @param matrix the matrix
 * @param note what to look for, one sentence
 */
public record MatrixPreset(String name, ComplexMatrix matrix, String note) {

    /** Size, condition number and seed of the random positive definite matrix in the list. */
    private static final int SIZE = 4;

    private static final double KAPPA = 100;

    /** The chapter's quadratic 0.1 x1^2 + 2 x2^2. */
    public static final Symmetric2 ELLIPSE = new Symmetric2(0.2, 0, 4);

    /** The chapter's rotated objective as printed, 0.1 (x1 + x2)^2 + 2 (x1 - x2)^2, which also doubles f. */
    public static final Symmetric2 PRINTED_ROTATED = new Symmetric2(4.2, -3.8, 4.2);

    /** All presets, in the order of a list. */
    public static List<MatrixPreset> all() {
        return List.of(
                new MatrixPreset(
                        "Two by two",
                        ComplexMatrix.rows(new double[] {2, 1}, new double[] {1, 3}),
                        "Two overlapping discs hold two eigenvalues, one on either side."),
                new MatrixPreset(
                        "Ellipse Hessian",
                        ELLIPSE.matrix(),
                        "The discs are points: the diagonal is the spectrum, and rescaling by it gives κ = 1."),
                new MatrixPreset(
                        "Ellipse turned by 45\u00b0",
                        ELLIPSE.turned(45).matrix(),
                        "Same eigenvalues, equal diagonal entries: rescaling by the diagonal divides by 2.1 and leaves κ at 20."),
                new MatrixPreset(
                        "Rotated Hessian as printed",
                        PRINTED_ROTATED.matrix(),
                        "Twice the turned ellipse: the printed formula also doubles f, so the stable rate halves."),
                new MatrixPreset(
                        "Badly scaled",
                        ComplexMatrix.rows(
                                new double[] {10000, 30, 0.5}, new double[] {30, 1, 0.002}, new double[] {
                                    0.5, 0.002, 0.0001
                                }),
                        "Variables in unlike units: rescaling by the diagonal repairs most of κ."),
                new MatrixPreset(
                        "Hilbert 5",
                        ComplexMatrix.real(5, (i, j) -> 1.0 / (i + j + 1)),
                        "Ill-conditioned through and through: rescaling by the diagonal takes κ from 480,000 to 210,000 only."),
                new MatrixPreset(
                        "Random positive definite",
                        randomPositiveDefinite(SIZE, KAPPA, 1),
                        "Eigenvalues from 1 to κ at equal ratios, in a random orthogonal basis."),
                new MatrixPreset(
                        "Diagonally dominant",
                        ComplexMatrix.rows(
                                new double[] {10, 1, 0.5, 0},
                                new double[] {1, 6, 0.5, 0.5},
                                new double[] {0.5, 0.5, 3, 0.2},
                                new double[] {0, 0.5, 0.2, 1}),
                        "No disc reaches 0, so no eigenvalue is 0; the discs bound the rescaled κ."),
                new MatrixPreset(
                        "Non-symmetric",
                        ComplexMatrix.rows(
                                new double[] {1, 2, 0}, new double[] {-3, 4, 1}, new double[] {0.5, 0, -2}),
                        "A real matrix with a conjugate pair; row and column discs differ."),
                new MatrixPreset(
                        "Complex",
                        ComplexMatrix.of(3, (i, j) -> COMPLEX[i][j]),
                        "Three separate discs: each holds exactly one eigenvalue."),
                new MatrixPreset(
                        "Defective",
                        ComplexMatrix.rows(
                                new double[] {2, 1, 0}, new double[] {0, 2, 1}, new double[] {0, 0, 2}),
                        "A Jordan block: 2 three times, and one eigenvector only."));
    }

    private static final Complex[][] COMPLEX = {
        {new Complex(1, 2), new Complex(0, 0.5), Complex.ZERO},
        {new Complex(0.2), new Complex(0, -1), new Complex(0.3)},
        {Complex.ZERO, new Complex(0.1, 0.1), new Complex(3)}
    };

    /**
     * A random positive definite matrix U' diag(lambda) U with lambda_k = kappa^(k/(n-1)), k = 0..n-1, and U from
     * Gram-Schmidt on rows of standard normal numbers drawn row by row from java.util.Random. Entries are rounded to
     * 12 significant digits, so that a link stays short; kappa holds to about that.
     *
     * @param n size, 2 to 8
     * @param kappa condition number, at least 1
     * @param seed start of java.util.Random
     */
    public static ComplexMatrix randomPositiveDefinite(int n, double kappa, long seed) {
        double[][] u = randomOrthogonal(n, new Random(seed));
        return ComplexMatrix.real(n, (i, j) -> {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += StrictMath.pow(kappa, (double) k / (n - 1)) * u[k][i] * u[k][j];
            }
            return Double.parseDouble(String.format(Locale.ROOT, "%.11e", sum));
        });
    }

    private static double[][] randomOrthogonal(int n, Random random) {
        double[][] u = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                u[k][i] = random.nextGaussian();
            }
            // Twice is enough: the second pass removes what rounding left of the first.
            for (int pass = 0; pass < 2; pass++) {
                for (int earlier = 0; earlier < k; earlier++) {
                    double along = dot(u[k], u[earlier]);
                    for (int i = 0; i < n; i++) {
                        u[k][i] -= along * u[earlier][i];
                    }
                }
            }
            double length = Math.sqrt(dot(u[k], u[k]));
            for (int i = 0; i < n; i++) {
                u[k][i] /= length;
            }
        }
        return u;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
