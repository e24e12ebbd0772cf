package descentlab.model;

import descentlab.dataset.Images;
import descentlab.linalg.FloatKernels;
import java.util.List;

/** A whole sample's way to the product of its loss's Hessian and a direction. */
final class ProductWalk extends BatchWalk {

    private final Weights w;
    private final Weights v;
    private final Images images;
    private final NetworkTangent[] tangents;
    private final List<float[][]> z;
    private final List<float[][]> zChanges;
    private final List<float[][]> du;
    private final List<float[][]> duChanges;
    private final float[][] products;
    private double weight;
    private boolean whole;

    /**
     * A walk of a sample.
     *
     * @param v the direction
     * @param sample pictures in it
     * @param products receive the product, in as many parts as there are
     */
    ProductWalk(Network network, Weights w, Weights v, Images images, int sample, Crew crew, float[][] products) {
        super(network, products.length, crew);
        this.w = w;
        this.v = v;
        this.images = images;
        this.products = products;
        this.tangents = new NetworkTangent[products.length];
        for (int part = 0; part < tangents.length; part++) {
            tangents[part] = new NetworkTangent(network, FloatKernels.create(), most(sample, tangents.length));
            share(tangents[part].pass);
        }
        this.z = atNorms(part -> tangents[part].pass.values, 0);
        this.zChanges = atNorms(part -> tangents[part].changes, 0);
        this.du = atNorms(part -> tangents[part].pass.gradients, 1);
        this.duChanges = atNorms(part -> tangents[part].bends, 1);
    }

    /**
     * Begins with a product, of which zeros are there.
     *
     * @param whole the Hessian's, or the Gauss-Newton matrix's
     */
    void begin(int sample, boolean whole) {
        this.whole = whole;
        weight = 1.0 / sample;
        beginBoth(0, sample);
    }

    @Override
    void read(int part, int from, int count) {
        tangents[part].read(images, from, count);
    }

    @Override
    void forward(int part, int begin, int end, int count) {
        tangents[part].forward(w, v, begin, end, count);
    }

    @Override
    void turn(int part, int from, int count) {
        tangents[part].turn(images, from, count, weight, whole);
    }

    @Override
    void backward(int part, int begin, int end, int count) {
        tangents[part].backward(w, v, begin, end, count, products[part]);
    }

    @Override
    void descend(int norm, int part, int layer, int count) {
        NetworkTangent tangent = tangents[part];
        ((BatchNormTangent) tangent.tangents[layer]).bend(
                tangent.pass.gradients[layer + 1],
                tangent.bends[layer + 1],
                tangent.pass.values[layer + 1],
                tangent.changes[layer + 1],
                count);
    }

    @Override
    void gather(int norm, int from, int to) {
        norms.get(norm).gather(statistics.get(norm), z.get(norm), counts, from, to);
        BatchNormTangent.gather(
                norms.get(norm), statistics.get(norm), z.get(norm), zChanges.get(norm), counts, from, to);
    }

    @Override
    void gatherSlopes(int norm, int from, int to) {
        BatchNormTangent.gatherSlopes(
                norms.get(norm), statistics.get(norm), z.get(norm), zChanges.get(norm), du.get(norm), duChanges.get(norm),
                counts, from, to, products[0]);
    }
}
