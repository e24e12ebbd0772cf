package descentlab.linalg;

import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * The cheap preconditioner: P = diag(M)^-1/2 M diag(M)^-1/2, which has ones on its diagonal, so that all its discs are
 * centered at 1. With z = diag(M)^1/2 x, P is the Hessian of x'Mx/2 in the coordinates z.
 *
 * <p>The diagonal must be real and positive. If every row disc of a Hermitian P has a radius of at most r &lt; 1, the
 * eigenvalues lie in [1 - r, 1 + r] and kappa(P) is at most (1 + r) / (1 - r); if r is 1 or more the discs say nothing.
 */
public sealed interface DiagonalPreconditioning {

    /** The rescaled matrix. */
    record Applied(ComplexMatrix matrix) implements DiagonalPreconditioning {

        /** r, the largest radius of a row disc. */
        public double largestRadius() {
            return GerschgorinDisc.ofRows(matrix).stream()
                    .mapToDouble(GerschgorinDisc::radius)
                    .max()
                    .orElse(0);
        }

        /** (1 + r) / (1 - r), the bound on kappa; infinite where r is 1 or more, and the discs say nothing. */
        public double bound() {
            double r = largestRadius();
            return r < 1 ? (1 + r) / (1 - r) : Double.POSITIVE_INFINITY;
        }
    }

    /** There is no such rescaling; the reason is a plain sentence. */
    record Impossible(String reason) implements DiagonalPreconditioning {}

    /** Rescales a matrix by its diagonal, if it can be. */
    static DiagonalPreconditioning of(ComplexMatrix matrix) {
        int n = matrix.size();
        double[] root = new double[n];
        for (int i = 0; i < n; i++) {
            Complex entry = matrix.diagonal(i);
            // A Hermitian matrix may carry imaginary rounding on its diagonal.
            boolean real = Math.abs(entry.getImaginaryPart()) <= 1e-12 * Math.abs(entry.getRealPart());
            if (!real || entry.getRealPart() <= 0) {
                return new Impossible("Diagonal entry " + (i + 1) + " is " + ComplexText.print(entry)
                        + "; its inverse square root is real only if it is a positive number.");
            }
            root[i] = Math.sqrt(entry.getRealPart());
        }
        ComplexMatrix scaled = ComplexMatrix.of(
                n, (i, j) -> i == j ? Complex.ONE : matrix.at(i, j).divide(root[i]).divide(root[j]));
        return new Applied(scaled);
    }

    /** True if a Hermitian matrix is singular or indefinite as far as double precision can tell. */
    static boolean singular(ComplexMatrix matrix) {
        return switch (of(matrix)) {
            case Impossible impossible -> true;
            case Applied(ComplexMatrix scaled) -> {
                List<Complex> values = Spectrum.of(scaled).values();
                yield values.getFirst().getRealPart() <= 8 * matrix.size() * Math.ulp(1.0);
            }
        };
    }
}
