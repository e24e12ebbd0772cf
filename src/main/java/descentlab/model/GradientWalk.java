package descentlab.model;

import descentlab.dataset.Images;
import descentlab.linalg.FloatKernels;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A whole batch's way to its loss and the gradient of that. */
final class GradientWalk extends BatchWalk {

    private final NetworkPass[] passes;
    private final List<float[][]> z;
    private final List<float[][]> du;
    private final float[][] gradients;
    private final double[] losses;
    private Weights w;
    private Images images;
    private int[] rows;
    private double weight;

    /** A sign for each picture and class, in place of the loss's gradient; null as a rule. */
    private boolean[] signs;

    private final float[][] columns;

    /**
     * A walk of batches.
     *
     * @param most pictures of a batch
     * @param gradients receive the gradient, in as many parts as there are
     * @param losses receive the sums of the parts' losses
     */
    GradientWalk(Network network, int most, Crew crew, float[][] gradients, double[] losses) {
        super(network, gradients.length, crew);
        this.gradients = gradients;
        this.losses = losses;
        this.passes = new NetworkPass[gradients.length];
        this.columns = new float[gradients.length][];
        for (int part = 0; part < passes.length; part++) {
            passes[part] = new NetworkPass(network, FloatKernels.create(), most(most, passes.length));
            share(passes[part]);
        }
        this.z = atNorms(part -> passes[part].values, 0);
        this.du = atNorms(part -> passes[part].gradients, 1);
    }

    /**
     * Begins with a batch.
     *
     * @param rows indices of pictures
     * @param from first entry of {@code rows} to use
     * @param to end of the entries to use, exclusive
     */
    void begin(Weights w, Images images, int[] rows, int from, int to) {
        this.w = w;
        this.images = images;
        this.rows = rows;
        weight = 1.0 / (to - from);
        signs = null;
        beginBoth(from, to);
    }

    /**
     * Begins with the gradient of sum_i sum_k s_ik c_ik' o_i over all entries of {@code rows}, where c_ik is column k of the factor of
     * picture i's loss, held fast, and s_ik are signs at random. The mean of its squares is the diagonal of J'SJ.
     *
     * @param draw decides the signs
     */
    void beginDraw(Weights w, Images images, int[] rows, long draw) {
        begin(w, images, rows, 0, rows.length);
        SplittableRandom random = new SplittableRandom(draw);
        signs = new boolean[rows.length * network.classes()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean();
        }
    }

    /** Begins with the statistics of the first pictures alone. */
    void beginStatistics(Weights w, Images images, int count) {
        this.w = w;
        this.images = images;
        this.rows = null;
        beginForth(0, count);
    }

    @Override
    void read(int part, int from, int count) {
        for (int i = 0; i < count; i++) {
            passes[part].read(images, rows == null ? from + i : rows[from + i], i);
        }
        if (rows != null) {
            Arrays.fill(gradients[part], 0);
            losses[part] = 0;
        }
    }

    @Override
    void forward(int part, int begin, int end, int count) {
        passes[part].forward(w, begin, end, count);
    }

    @Override
    void turn(int part, int from, int count) {
        if (signs != null) {
            draw(part, from, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            losses[part] += passes[part].lossAt(i, images.label(rows[from + i]), weight);
        }
    }

    private void draw(int part, int from, int count) {
        NetworkPass pass = passes[part];
        int last = network.layers().size();
        int classes = network.classes();
        columns[part] = columns[part] == null ? new float[pass.gradients[last].length] : columns[part];
        Arrays.fill(pass.gradients[last], 0);
        for (int i = 0; i < count; i++) {
            int at = i * pass.scoreStride;
            for (int k = 0; k < classes; k++) {
                network.loss().column(pass.values[last], at, classes, k, columns[part]);
                for (int j = at; j < at + classes; j++) {
                    pass.gradients[last][j] += signs[(from + i) * classes + k] ? columns[part][j] : -columns[part][j];
                }
            }
        }
    }

    @Override
    void backward(int part, int begin, int end, int count) {
        passes[part].backward(w, begin, end, count, gradients[part]);
    }

    @Override
    void descend(int norm, int part, int layer, int count) {
        NetworkPass pass = passes[part];
        ((BatchNorm.Running) pass.passes[layer]).descend(pass.gradients[layer + 1], pass.values[layer + 1], count);
    }

    @Override
    void gather(int norm, int from, int to) {
        norms.get(norm).gather(statistics.get(norm), z.get(norm), counts, from, to);
    }

    @Override
    void gatherSlopes(int norm, int from, int to) {
        norms.get(norm).gatherSlopes(
                statistics.get(norm), z.get(norm), du.get(norm), counts, from, to, gradients[0]);
    }
}
