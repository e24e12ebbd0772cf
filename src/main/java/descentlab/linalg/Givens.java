package descentlab.linalg;

import org.hipparchus.complex.Complex;

/** The unitary [conj(c) conj(s); -s c] that turns (a, b) into (r, 0). */
record Givens(Complex c, Complex s) {

    static Givens of(Complex a, Complex b) {
        double r = Math.hypot(a.norm(), b.norm());
        return r == 0 ? new Givens(Complex.ONE, Complex.ZERO) : new Givens(a.divide(r), b.divide(r));
    }

    /** Rows i and i+1 from the left, columns from..to-1. */
    void rows(Complex[][] m, int i, int from, int to) {
        for (int j = from; j < to; j++) {
            Complex x = m[i][j];
            Complex y = m[i + 1][j];
            m[i][j] = c.conjugate().multiply(x).add(s.conjugate().multiply(y));
            m[i + 1][j] = c.multiply(y).subtract(s.multiply(x));
        }
    }

    /** Columns j and j+1 by the conjugate transpose from the right, rows from..to-1. */
    void columns(Complex[][] m, int j, int from, int to) {
        for (int i = from; i < to; i++) {
            Complex x = m[i][j];
            Complex y = m[i][j + 1];
            m[i][j] = x.multiply(c).add(y.multiply(s));
            m[i][j + 1] = y.multiply(c.conjugate()).subtract(x.multiply(s.conjugate()));
        }
    }
}
