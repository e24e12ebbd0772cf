package descentlab.model;

import descentlab.dataset.Images;
import descentlab.linalg.FloatKernels;
import java.util.Arrays;
import java.util.List;

/**
 * A network's working memory: runs pictures through it, forth and back, a few at a time so that they stay near the
 * core; of a network with norms as many as it is a part of a batch for. One thread at a time; nothing is allocated after the start.
 */
final class NetworkPass {

    /** Pictures at a time. */
    static final int CHUNK = 32;

    private final Network network;
    private final List<Layer> layers;
    private final int classes;
    final Layer.Pass[] passes;

    /** Input of each layer, then the output of the last. */
    final float[][] values;

    /** Gradients of the loss with respect to them; that of the pictures is not asked for. */
    final float[][] gradients;

    final int scoreStride;

    /** @param most pictures at a time */
    NetworkPass(Network network, FloatKernels kernels, int most) {
        this.network = network;
        this.layers = network.layers();
        this.classes = network.classes();
        int count = layers.size();
        this.passes = new Layer.Pass[count];
        this.values = new float[count + 1][];
        this.gradients = new float[count + 1][];
        for (int i = 0; i < count; i++) {
            Layer layer = layers.get(i);
            passes[i] = layer.pass(most, kernels);
            values[i] = new float[most * layer.inputStride() + layer.inputSlack()];
            gradients[i] = i == 0 ? null : new float[values[i].length];
        }
        this.scoreStride = layers.getLast().outputStride();
        values[count] = new float[most * scoreStride];
        gradients[count] = new float[most * scoreStride];
    }

    /**
     * Adds the gradient of the loss of some pictures, each taken {@code weight} times.
     *
     * @param w parameters
     * @param rows indices of pictures
     * @param from first entry of {@code rows} to use
     * @param to end of the entries to use, exclusive
     * @param gradient of all parameters, added to
     * @param before what the sum of losses begins with
     * @return the sum of that and their losses, each once
     */
    double addGradient(
            Weights w, Images images, int[] rows, int from, int to, double weight, float[] gradient, double before) {
        double loss = before;
        for (int start = from; start < to; start += CHUNK) {
            int count = Math.min(CHUNK, to - start);
            for (int i = 0; i < count; i++) {
                read(images, rows[start + i], i);
            }
            forward(w, count);
            for (int i = 0; i < count; i++) {
                loss += lossAt(i, images.label(rows[start + i]), weight);
            }
            backward(w, 0, layers.size(), count, gradient);
        }
        return loss;
    }

    /**
     * Classifies pictures {@code from} to {@code to}, exclusive.
     *
     * @param predicted receives the class of highest score of each, the first from {@code from} on
     * @param before what the sum of losses begins with
     * @return the sum of that and their losses
     */
    double classify(Weights w, Images images, int from, int to, byte[] predicted, double before) {
        double loss = before;
        for (int start = from; start < to; start += CHUNK) {
            int count = Math.min(CHUNK, to - start);
            for (int i = 0; i < count; i++) {
                read(images, start + i, i);
            }
            forward(w, count);
            for (int i = 0; i < count; i++) {
                loss += lossAt(i, images.label(start + i), 0);
                predicted[start + i] = (byte) best(i);
            }
        }
        return loss;
    }

    /** Scores of the picture at a place of the last chunk; a copy, for tests. */
    float[] scores(int place) {
        return Arrays.copyOfRange(
                values[layers.size()], place * scoreStride, place * scoreStride + classes);
    }

    void read(Images images, int index, int place) {
        int padding = network.padding();
        int stride = network.side() + 2 * padding;
        int at = place * layers.getFirst().inputStride() + padding * stride + padding;
        images.pixels(index, values[0], at, stride);
    }

    void forward(Weights w, int count) {
        wholeFrom(0, w, count);
    }

    private void wholeFrom(int first, Weights w, int count) {
        for (int layer = first; layer < passes.length; layer++) {
            passes[layer].gather(values[layer], count);
            forward(w, layer, layer + 1, count);
        }
    }

    /** Runs pictures through some layers; a norm among them has the batch's statistics. */
    void forward(Weights w, int from, int to, int count) {
        for (int layer = from; layer < to; layer++) {
            passes[layer].forward(w.all, w.prepared[layer], values[layer], values[layer + 1], count);
        }
    }

    /** Goes back through some layers. */
    void backward(Weights w, int from, int to, int count, float[] gradient) {
        for (int layer = to - 1; layer >= from; layer--) {
            passes[layer].backward(
                    w.all, values[layer], values[layer + 1], gradients[layer + 1], gradients[layer], count, gradient);
        }
    }

    /** The first layer's sums of the pictures that were read. */
    void sum(Weights w, float[] z, int count) {
        passes[0].sum(w.all, w.prepared[0], values[0], z, count);
    }

    /** What the first layer makes of a picture's sums, which are overwritten. */
    void finish(float[] z, float[] y, int place) {
        passes[0].finish(z, y, place);
    }

    /** Runs pictures through from the first layer's output, which is as long as {@code values[1]}. */
    void forwardFrom(float[] first, Weights w, int count) {
        values[1] = first;
        wholeFrom(1, w, count);
    }

    /** Loss of a picture; writes its gradient with respect to the scores, times weight. */
    double lossAt(int place, int label, double weight) {
        int count = layers.size();
        return network.loss().gradient(values[count], place * scoreStride, classes, label, weight, gradients[count]);
    }

    private int best(int place) {
        float[] scores = values[layers.size()];
        int at = place * scoreStride;
        int best = 0;
        for (int j = 1; j < classes; j++) {
            if (scores[at + j] > scores[at + best]) {
                best = j;
            }
        }
        return best;
    }
}
