package descentlab.curvature;

import descentlab.linalg.SymmetricEigen;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Lanczos' iteration (Journal of Research of the National Bureau of Standards 45, 1950) on a symmetric matrix A: an
 * orthonormal basis q_1, q_2, ... of the span of q, A q, A^2 q, ..., in which A is tridiagonal. The eigenvalues of that
 * tridiagonal matrix, the Ritz values, come near those at the ends of A's spectrum first.
 *
 * <p>Every new vector is made orthogonal to all before it, twice, so that no eigenvalue is found again by rounding
 * (Paige 1972); that takes memory for all of them. A Ritz value is within its {@link #residual} of an eigenvalue of A.
 */
public final class Lanczos {

    /** Below this share of A's size a new vector is rounding: the basis spans all that q leads to. */
    private static final double NOTHING = 1e-10;

    private final Products a;
    private final int most;
    private final double tolerance;
    private final double[][] basis;
    private final double[] alpha;
    private final double[] beta;
    private final double[] product;
    private int steps;
    private double size;
    private boolean multiplies;
    private boolean done;
    private boolean broken;
    private SymmetricEigen ritz;

    /**
     * An iteration that is about to start.
     *
     * @param start q, at any length but 0; copied
     * @param most steps, each of which takes a product; no more are taken than there are rows
     * @param tolerance stops where the largest Ritz value's residual is below this share of it; 0 for all steps
     */
    public Lanczos(Products a, double[] start, int most, double tolerance) {
        if (start.length != a.size() || most < 1) {
            throw new IllegalArgumentException(start.length + " entries for " + a.size() + " rows, " + most + " steps");
        }
        this.a = a;
        this.most = Math.min(most, start.length);
        this.tolerance = tolerance;
        this.basis = new double[this.most][];
        this.alpha = new double[this.most];
        this.beta = new double[this.most];
        this.product = new double[start.length];
        double norm = norm(start);
        if (!(norm > 0 && norm <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("the start has the length " + norm);
        }
        basis[0] = scaled(start, norm);
    }

    /**
     * Goes on, for a part of a product at least.
     *
     * @return true once it has ended
     */
    public boolean goOn(BooleanSupplier over) {
        while (!done) {
            if (!multiplies) {
                a.begin(basis[steps]);
                multiplies = true;
            }
            if (!a.goOn(over)) {
                return false;
            }
            a.end(product);
            multiplies = false;
            take();
            if (!done && over.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    /** Goes on to the end. */
    public Lanczos finish() {
        while (!goOn(() -> false)) {
            // on
        }
        return this;
    }

    private void take() {
        alpha[steps] = dot(product, basis[steps]);
        size = Math.max(size, norm(product));
        for (int pass = 0; pass < 2; pass++) {
            for (int i = steps; i >= 0; i--) {
                subtract(product, dot(product, basis[i]), basis[i]);
            }
        }
        double rest = norm(product);
        beta[steps] = rest;
        steps++;
        ritz = null;
        if (!(rest <= Double.MAX_VALUE)) {
            broken = true;
            done = true;
            return;
        }
        boolean spans = !(rest > NOTHING * size);
        if (spans) {
            beta[steps - 1] = 0;
        }
        done = steps == most || spans || tolerance > 0 && residual(0) <= tolerance * Math.abs(value(0));
        if (!done) {
            basis[steps] = scaled(product, rest);
        }
    }

    /** Products taken, as many as there are Ritz values. */
    public int steps() {
        return steps;
    }

    /** Whether it ended since a product was not finite: then there are no Ritz values. */
    public boolean broken() {
        return broken;
    }

    /** A Ritz value, the largest first; NaN if the iteration broke. */
    public double value(int index) {
        return broken ? Double.NaN : ritz().values()[index];
    }

    /** How far it is from an eigenvalue at most, but for rounding. */
    public double residual(int index) {
        return beta[steps - 1] * Math.abs(last(index));
    }

    /** The part of the start along a Ritz vector, squared: what a Ritz value weighs in Gauss' quadrature of A's spectrum. */
    public double weight(int index) {
        double first = ritz().vectors()[index][0];
        return first * first;
    }

    private double last(int index) {
        return ritz().vectors()[index][steps - 1];
    }

    /** A Ritz vector, of length 1. */
    public double[] vector(int index) {
        double[] vector = new double[product.length];
        for (int i = 0; i < steps; i++) {
            subtract(vector, -ritz().vectors()[index][i], basis[i]);
        }
        return vector;
    }

    private SymmetricEigen ritz() {
        if (ritz == null) {
            ritz = SymmetricEigen.ofTridiagonal(Arrays.copyOf(alpha, steps), Arrays.copyOf(beta, Math.max(0, steps - 1)));
        }
        return ritz;
    }

    private static double[] scaled(double[] x, double norm) {
        double[] unit = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            unit[i] = x[i] / norm;
        }
        return unit;
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** In four sums, so that the processor need not wait for one. */
    private static double dot(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }

    private static void subtract(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= factor * y[i];
        }
    }
}
