package descentlab.training;

import descentlab.curvature.Products;
import descentlab.model.HessianProduct;
import java.util.function.BooleanSupplier;

/** The Hessian of a network's loss over a sample, and a multiple of the identity, by their products; counts them. */
final class LossCurvature implements Products {

    private final HessianProduct hessian;
    private double shift;
    private double[] v;
    private long products;

    LossCurvature(HessianProduct hessian) {
        this.hessian = hessian;
    }

    /** From now on at these parameters, with this many times the identity added. */
    void at(double[] w, double shift) {
        hessian.at(w);
        this.shift = shift;
    }

    /** Products so far. */
    long products() {
        return products;
    }

    /** What it is made of. */
    HessianProduct hessian() {
        return hessian;
    }

    @Override
    public int size() {
        return hessian.size();
    }

    @Override
    public void begin(double[] direction) {
        v = direction;
        products++;
        hessian.begin(direction);
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        return hessian.goOn(over);
    }

    @Override
    public void end(double[] product) {
        hessian.end(product);
        for (int i = 0; shift != 0 && i < product.length; i++) {
            product[i] += shift * v[i];
        }
    }
}
