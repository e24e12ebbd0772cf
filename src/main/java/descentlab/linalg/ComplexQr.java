package descentlab.linalg;

import org.hipparchus.complex.Complex;

/**
 * Eigenvalues of a complex matrix by the QR algorithm (Francis 1961; Golub and Van Loan, Matrix Computations, 7.5):
 * reduction to Hessenberg form by Givens rotations, then QR steps with Wilkinson's shift on the active block. A
 * block of two is solved in closed form, which keeps a double eigenvalue from splitting by the root of the rounding.
 *
 * <p>Hipparchus finds eigenvalues of real matrices only; this is for the rest. See
 * docs/decisions/0030-complex-eigenvalues.md.
 */
final class ComplexQr {

    private static final double EPSILON = Math.ulp(1.0);
    private static final int EXCEPTIONAL_AFTER = 10;
    private static final int STEPS_PER_EIGENVALUE = 300;

    private final int n;
    private final Complex[][] h;

    private ComplexQr(ComplexMatrix matrix) {
        n = matrix.size();
        h = new Complex[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i][j] = matrix.at(i, j);
            }
        }
    }

    /**
     * The n eigenvalues, each as often as its algebraic multiplicity, in no particular order.
     *
     * @param matrix entries of moderate size, so that squares neither overflow nor vanish
     * @throws ArithmeticException if the iteration does not come to an end
     */
    static Complex[] eigenvalues(ComplexMatrix matrix) {
        ComplexQr qr = new ComplexQr(matrix);
        qr.reduceToHessenberg();
        return qr.iterate();
    }

    private void reduceToHessenberg() {
        for (int k = 0; k < n - 2; k++) {
            for (int i = n - 1; i > k + 1; i--) {
                if (!h[i][k].isZero()) {
                    Givens rotation = Givens.of(h[i - 1][k], h[i][k]);
                    rotation.rows(h, i - 1, k, n);
                    rotation.columns(h, i - 1, 0, n);
                    h[i][k] = Complex.ZERO;
                }
            }
        }
    }

    private Complex[] iterate() {
        Complex[] values = new Complex[n];
        int high = n - 1;
        int steps = 0;
        while (high >= 0) {
            int low = startOfBlock(high);
            if (low == high) {
                values[high] = h[high][high];
                high--;
                steps = 0;
            } else if (low == high - 1) {
                Complex[] pair = pair(h[low][low], h[low][high], h[high][low], h[high][high]);
                values[low] = pair[0];
                values[high] = pair[1];
                high -= 2;
                steps = 0;
            } else if (steps++ < STEPS_PER_EIGENVALUE) {
                step(low, high, shift(high, steps));
            } else {
                throw new ArithmeticException("the QR iteration found no eigenvalue in " + steps + " steps");
            }
        }
        return values;
    }

    /** First row of the unreduced block that ends at row high. */
    private int startOfBlock(int high) {
        int low = high;
        while (low > 0) {
            double neighbors = h[low][low].norm() + h[low - 1][low - 1].norm();
            double scale = neighbors == 0 ? norm() : neighbors;
            if (h[low][low - 1].norm() <= EPSILON * scale) {
                h[low][low - 1] = Complex.ZERO;
                return low;
            }
            low--;
        }
        return 0;
    }

    private double norm() {
        double largest = 0;
        for (Complex[] row : h) {
            for (Complex z : row) {
                largest = Math.max(largest, z.norm());
            }
        }
        return largest;
    }

    /** Wilkinson's: the eigenvalue of the last 2x2 block nearer to its last entry; now and then an odd one. */
    private Complex shift(int high, int steps) {
        if (steps % EXCEPTIONAL_AFTER == 0) {
            return h[high][high].add(0.75 * h[high][high - 1].norm());
        }
        return nearer(h[high - 1][high - 1], h[high - 1][high], h[high][high - 1], h[high][high]);
    }

    /** Of the eigenvalues of [a b; c d] the one nearer to d. */
    static Complex nearer(Complex a, Complex b, Complex c, Complex d) {
        Complex[] pair = pair(a, b, c, d);
        return pair[0].subtract(d).norm() < pair[1].subtract(d).norm() ? pair[0] : pair[1];
    }

    /** H - shift = QR becomes RQ + shift, on the block low..high alone: the rest does not matter to its eigenvalues. */
    private void step(int low, int high, Complex shift) {
        for (int i = low; i <= high; i++) {
            h[i][i] = h[i][i].subtract(shift);
        }
        Givens[] rotations = new Givens[high - low];
        for (int i = low; i < high; i++) {
            rotations[i - low] = Givens.of(h[i][i], h[i + 1][i]);
            rotations[i - low].rows(h, i, i, high + 1);
            h[i + 1][i] = Complex.ZERO;
        }
        for (int i = low; i < high; i++) {
            rotations[i - low].columns(h, i, low, Math.min(i + 2, high + 1));
        }
        for (int i = low; i <= high; i++) {
            h[i][i] = h[i][i].add(shift);
        }
    }

    /** Eigenvalues of [a b; c d], by d + z and d - bc/z, z the root of z^2 - (a - d) z - bc larger in modulus. */
    private static Complex[] pair(Complex a, Complex b, Complex c, Complex d) {
        Complex half = a.subtract(d).multiply(0.5);
        Complex product = b.multiply(c);
        Complex root = half.square().add(product).sqrt();
        Complex plus = half.add(root);
        Complex minus = half.subtract(root);
        Complex z = plus.norm() >= minus.norm() ? plus : minus;
        return new Complex[] {d.add(z), z.isZero() ? d : d.subtract(product.divide(z))};
    }
}
