package descentlab.model;

import descentlab.dataset.Images;
import descentlab.linalg.FloatKernels;
import java.util.Arrays;

/**
 * Working memory for second derivatives: runs pictures through a network and follows how that changes along a direction.
 * One thread at a time.
 */
final class NetworkTangent {

    private final Network network;
    private final int last;
    final NetworkPass pass;
    final Layer.Tangent[] tangents;

    /** How the input of each layer changes, and the output of the last; the pictures do not. */
    final float[][] changes;

    /** How the gradients with respect to them change. */
    final float[][] bends;

    /** Of one picture and one class; made when it is first asked for. */
    private float[] one;

    /** @param most pictures at a time */
    NetworkTangent(Network network, FloatKernels kernels, int most) {
        this.network = network;
        this.last = network.layers().size();
        this.pass = new NetworkPass(network, kernels, most);
        this.tangents = new Layer.Tangent[last];
        this.changes = new float[last + 1][];
        this.bends = new float[last + 1][];
        for (int i = 0; i < last; i++) {
            tangents[i] = network.layers().get(i).tangent(pass.passes[i], most, kernels);
        }
        for (int i = 1; i <= last; i++) {
            changes[i] = new float[pass.values[i].length];
            bends[i] = new float[pass.values[i].length];
        }
    }

    /**
     * Adds the product of the Hessian of some pictures' loss and a direction.
     *
     * @param v the direction
     * @param from the first picture
     * @param to the one after the last
     * @param weight times which each picture is taken
     * @param whole the Hessian, or without what the network's own curvature adds to it: the Gauss-Newton matrix
     * @param product added to
     */
    void addProduct(
            Weights w, Weights v, Images images, int from, int to, double weight, boolean whole, float[] product) {
        for (int start = from; start < to; start += NetworkPass.CHUNK) {
            int count = Math.min(NetworkPass.CHUNK, to - start);
            read(images, start, count);
            forward(w, v, 0, last, count);
            turn(images, start, count, weight, whole);
            backward(w, v, 0, last, count, product);
        }
    }

    void read(Images images, int from, int count) {
        for (int i = 0; i < count; i++) {
            pass.read(images, from + i, i);
        }
    }

    /** Runs pictures through some layers, of which a norm has the batch's statistics and how they change. */
    void forward(Weights w, Weights v, int from, int to, int count) {
        pass.forward(w, from, to, count);
        for (int i = from; i < to; i++) {
            tangents[i].forward(
                    w.all, w.prepared[i], v.all, v.prepared[i],
                    pass.values[i], changes[i], pass.values[i + 1], changes[i + 1], count);
        }
    }

    /** From the scores of pictures to their gradients, and how these change. */
    void turn(Images images, int from, int count, double weight, boolean whole) {
        for (int i = 0; i < count; i++) {
            pass.lossAt(i, images.label(from + i), whole ? weight : 0);
            int at = i * pass.scoreStride;
            network.loss().change(pass.values[last], changes[last], at, network.classes(), weight, bends[last]);
        }
    }

    /** Goes back through some layers. */
    void backward(Weights w, Weights v, int from, int to, int count, float[] product) {
        for (int i = to - 1; i >= from; i--) {
            tangents[i].backward(
                    w.all, v.all, pass.values[i], changes[i], pass.values[i + 1], changes[i + 1],
                    pass.gradients[i + 1], bends[i + 1], pass.gradients[i], bends[i], count, product);
        }
    }

    /**
     * Adds the diagonal of the Gauss-Newton matrix of one picture: the squares of the gradients of what each column of the
     * loss's factor makes of the scores.
     */
    void addDiagonal(Weights w, Images images, int index, double weight, double[] diagonal) {
        if (one == null) {
            one = new float[network.size()];
        }
        pass.read(images, index, 0);
        pass.forward(w, 1);
        for (int k = 0; k < network.classes(); k++) {
            Arrays.fill(one, 0);
            network.loss().column(pass.values[last], 0, network.classes(), k, pass.gradients[last]);
            for (int i = last - 1; i >= 0; i--) {
                pass.passes[i].backward(
                        w.all, pass.values[i], pass.values[i + 1], pass.gradients[i + 1], pass.gradients[i], 1, one);
            }
            for (int i = 0; i < one.length; i++) {
                diagonal[i] += weight * one[i] * one[i];
            }
        }
    }
}
