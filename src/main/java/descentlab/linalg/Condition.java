package descentlab.linalg;

import org.hipparchus.complex.Complex;

/**
 * The condition number kappa of a Hermitian positive definite matrix, or why there is none.
 *
 * <p>Computed eigenvalues are off by up to about n eps lambda_max, eps = 2^-52 and n the matrix's size (Golub and Van
 * Loan, Matrix Computations, 8.1). One below that is taken for 0, as rank is usually judged: so kappa is at most
 * 1 / (n eps), 2e15 for n = 2. Beyond it what would be divided by is rounding as far as can be told. Only the eigenvalues
 * of a diagonal matrix are exact, being its entries: diag(1, 1e-20) has the condition number 1e20.
 *
 * <p>kappa = lambda_max / lambda_min. How much it slows gradient descent on x'Qx/2 + c'x: with the best rate
 * 2 / (lambda_min + lambda_max) each step shrinks the distance to the minimizer by (kappa - 1) / (kappa + 1).
 */
public sealed interface Condition {

    /** Both extreme eigenvalues are known and positive. */
    record Known(double least, double largest) implements Condition {

        public double kappa() {
            return largest / least;
        }

        /** 2 / (lambda_min + lambda_max), the rate that makes the slowest direction shrink fastest. */
        public double bestRate() {
            return 2 / (least + largest);
        }

        /** (kappa - 1) / (kappa + 1), what is left of the error after a step with the best rate. */
        public double contraction() {
            return (largest - least) / (largest + least);
        }
    }

    /** The matrix has no condition number in this sense; the reason is a plain sentence. */
    record None(String reason) implements Condition {}

    /**
     * The condition of a matrix with the given spectrum.
     *
     * <p>Positive definite is judged on the matrix and on diag(M)^-1/2 M diag(M)^-1/2, which does not depend on the
     * units of the variables: the smallest eigenvalue of both must be above what rounding makes of 0.
     */
    static Condition of(ComplexMatrix matrix, Spectrum spectrum) {
        if (!spectrum.hermitian()) {
            return new None(matrix.isReal() ? "The matrix is not symmetric." : "The matrix is not Hermitian.");
        }
        Complex first = spectrum.values().getFirst();
        Complex last = spectrum.values().getLast();
        double least = first.getRealPart();
        boolean positive = matrix.isDiagonal()
                ? least > 0
                : distinct(least, last.getRealPart(), matrix.size()) && !DiagonalPreconditioning.singular(matrix);
        if (positive) {
            return new Known(least, last.getRealPart());
        }
        boolean negative = least < -Math.ulp(1.0) * 16 * matrix.size() * matrix.largestPart();
        return new None(
                negative
                        ? "The matrix is not positive definite: an eigenvalue is negative."
                        : "The matrix is not positive definite: its smallest eigenvalue is 0 within rounding, which is"
                                + " about n\u202f·\u202f2.2e-16 of the largest.");
    }

    /** Whether the smallest eigenvalue of an n x n Hermitian matrix is told from 0: above n eps times the largest. */
    static boolean distinct(double least, double largest, int n) {
        return least > n * Math.ulp(1.0) * largest;
    }
}
