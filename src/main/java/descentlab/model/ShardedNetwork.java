package descentlab.model;

import descentlab.dataset.Images;
import java.util.Arrays;

/**
 * A network's loss over pictures, computed by several cores. A batch is cut into shards, how many depends on its size
 * alone; their gradients are added in a fixed order. So the numbers are the same on one core and on many, under any
 * load.
 *
 * <p>Parameters and gradient are double, as the optimizers want them; the work between is done in float. It keeps
 * nothing from one call to the next, so that trainings that take turns may share one. One thread at a time may call it;
 * nothing is allocated once as many threads have helped as will.
 */
public final class ShardedNetwork {

    private static final int MOST_SHARDS = 8;
    private static final int LEAST_IN_SHARD = 16;

    private final Network network;
    private final Images images;
    private final int shards;
    private final PassPool passes;
    private final float[][] gradients;
    private final double[] losses;
    private final Weights w;
    private final Crew.Tasks differentiate;
    private final Crew.Tasks sum;
    private final Crew.Tasks classify;

    private int[] rows;
    private int from;
    private int to;
    private double[] gradient;
    private Images classified;
    private byte[] predicted;

    /**
     * A network on its training pictures.
     *
     * @param batch pictures in a batch, the most that will come
     */
    public ShardedNetwork(Network network, Images images, int batch, Crew crew) {
        if (images.width() != Network.SIDE || images.height() != Network.SIDE) {
            throw new IllegalArgumentException("pictures must be " + Network.SIDE + " x " + Network.SIDE + " pixels, got "
                    + images.width() + " x " + images.height());
        }
        this.network = network;
        this.images = images;
        this.shards = shards(batch);
        this.passes = crew.passes();
        this.gradients = new float[shards][network.size()];
        this.losses = new double[shards];
        this.w = new Weights(network);
        this.differentiate = crew.tasks(this::differentiate);
        this.sum = crew.tasks(this::sum);
        this.classify = crew.tasks(this::classify);
    }

    private static int shards(int batch) {
        return Math.max(1, Math.min(MOST_SHARDS, batch / LEAST_IN_SHARD));
    }

    /** The network. */
    public Network network() {
        return network;
    }

    /** The training pictures. */
    public Images images() {
        return images;
    }

    /**
     * Mean loss over some pictures and its gradient.
     *
     * @param parameters left untouched
     * @param rows indices of pictures
     * @param from first entry of {@code rows} to use
     * @param to end of the entries to use, exclusive; more than {@code from}
     * @param gradient receives the gradient
     * @return the mean loss
     */
    public double lossAndGradient(double[] parameters, int[] rows, int from, int to, double[] gradient) {
        w.load(parameters);
        this.rows = rows;
        this.from = from;
        this.to = to;
        this.gradient = gradient;
        differentiate.run(shards);
        sum.run(shards);
        return total() / (to - from);
    }

    private void differentiate(int shard) {
        Arrays.fill(gradients[shard], 0);
        NetworkPass pass = passes.take(network);
        losses[shard] = pass.addGradient(
                w, images, rows, cut(shard, from, to), cut(shard + 1, from, to), 1.0 / (to - from), gradients[shard]);
        passes.give(network, pass);
    }

    /** Adds a part of the shards' gradients, always in the order of the shards. */
    private void sum(int part) {
        int start = cut(part, 0, network.size());
        int end = cut(part + 1, 0, network.size());
        for (int i = start; i < end; i++) {
            gradient[i] = gradients[0][i];
        }
        for (int shard = 1; shard < shards; shard++) {
            float[] other = gradients[shard];
            for (int i = start; i < end; i++) {
                gradient[i] += other[i];
            }
        }
    }

    /**
     * Classifies pictures {@code from} to {@code to}, exclusive.
     *
     * @param parameters left untouched
     * @param images other pictures than those of training, or the same
     * @param predicted receives the class of each at its index
     * @return the sum of their losses
     */
    public double classify(double[] parameters, Images images, int from, int to, byte[] predicted) {
        w.load(parameters);
        this.classified = images;
        this.from = from;
        this.to = to;
        this.predicted = predicted;
        classify.run(shards);
        return total();
    }

    private void classify(int shard) {
        NetworkPass pass = passes.take(network);
        losses[shard] = pass.classify(w, classified, cut(shard, from, to), cut(shard + 1, from, to), predicted);
        passes.give(network, pass);
    }

    private double total() {
        double total = 0;
        for (double loss : losses) {
            total += loss;
        }
        return total;
    }

    /** Where a shard's part of a range begins. */
    private int cut(int shard, int start, int end) {
        return start + (int) ((long) (end - start) * shard / shards);
    }
}
