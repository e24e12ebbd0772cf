package descentlab.curvature;

import java.util.function.BooleanSupplier;

/**
 * D A D of a symmetric A and a diagonal D. With D^2 = P^-1 that has the eigenvalues of P^-1 A: the curvature that an optimizer
 * meets that divides by P, coordinate by coordinate.
 */
public final class ScaledProducts implements Products {

    private final Products inner;
    private final double[] d;
    private final double[] scaled;

    /** @param d the diagonal of D */
    public ScaledProducts(Products inner, double[] d) {
        if (d.length != inner.size()) {
            throw new IllegalArgumentException(d.length + " entries for " + inner.size() + " rows");
        }
        this.inner = inner;
        this.d = d;
        this.scaled = new double[d.length];
    }

    @Override
    public int size() {
        return d.length;
    }

    @Override
    public void begin(double[] v) {
        for (int i = 0; i < d.length; i++) {
            scaled[i] = d[i] * v[i];
        }
        inner.begin(scaled);
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        return inner.goOn(over);
    }

    @Override
    public void end(double[] product) {
        inner.end(product);
        for (int i = 0; i < d.length; i++) {
            product[i] *= d[i];
        }
    }
}
