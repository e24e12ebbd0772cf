package descentlab.model;

import descentlab.dataset.Images;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A network's loss over pictures, computed by several cores. A batch is cut into shards, how many depends on its size
 * alone; their gradients are added in a fixed order. So the numbers are the same on one core and on many, under any
 * load.
 *
 * <p>Parameters and gradient are double, as the optimizers want them; the work between is done in float. What was begun
 * is gone on with until it is done, at any pace: a piece of it is {@value NetworkPass#CHUNK} pictures, and the numbers
 * do not depend on where a slice of work ends. It keeps nothing from one batch to the next, so that trainings that take
 * turns may share one. One thread at a time may call it; nothing is allocated once as many threads have helped as will.
 *
 * <p>Of a network with norms a batch is run whole, by its own statistics, and pictures are classified by those of training pictures:
 * {@link NormedBatch}. There a piece is a shard between two norms.
 */
public final class ShardedNetwork {

    /** Of how many of the first training pictures a norm's statistics are where others are classified, at most. */
    public static final int STATISTICS = 2000;

    private static final int MOST_SHARDS = 8;
    private static final int LEAST_IN_SHARD = 16;
    private static final BooleanSupplier NEVER = () -> false;

    private final Network network;
    private final Images images;
    private final int shards;
    private final int batch;
    private final Crew crew;
    private final PassPool passes;
    private final float[][] gradients;
    private final double[] losses;
    private final Weights w;
    private final Crew.Tasks work;
    private final Crew.Tasks sum;

    /** Null where the network has no norms. */
    private final NormedBatch normed;

    /** The first picture of each shard that is not done. */
    private final int[] next;

    private int[] rows;
    private int from;
    private int to;
    private Images classified;
    private byte[] predicted;
    private double[] gradient;
    private BooleanSupplier over;
    private boolean underWay;

    /** Whether a piece was done in this slice. */
    private volatile boolean moved;

    /**
     * A network on its training pictures.
     *
     * @param batch pictures in a batch, the most that will come
     */
    public ShardedNetwork(Network network, Images images, int batch, Crew crew) {
        this(network, images, crew, shards(batch), batch);
    }

    private ShardedNetwork(Network network, Images images, Crew crew, int shards, int batch) {
        int side = network.side();
        if (images.width() != side || images.height() != side) {
            throw new IllegalArgumentException("pictures must be " + side + " x " + side + " pixels, got "
                    + images.width() + " x " + images.height());
        }
        this.network = network;
        this.images = images;
        this.shards = shards;
        this.batch = batch;
        this.crew = crew;
        this.passes = crew.passes();
        this.gradients = new float[shards][network.size()];
        this.losses = new double[shards];
        this.w = new Weights(network);
        this.next = new int[shards];
        this.work = crew.tasks(this::work);
        this.sum = crew.tasks(this::sum);
        this.normed = network.normed() ? new NormedBatch(network, images, batch, crew, gradients, losses) : null;
    }

    /** One more for such batches of the same pictures, with which nobody has to take turns. */
    public ShardedNetwork another() {
        return new ShardedNetwork(network, images, crew, shards, batch);
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
     * Mean loss over some pictures and its gradient, at once.
     *
     * @return the mean loss
     */
    public double lossAndGradient(double[] parameters, int[] rows, int from, int to, double[] gradient) {
        beginBatch(parameters, rows, from, to);
        goOn(NEVER);
        return endBatch(gradient);
    }

    /**
     * Begins with the loss over some pictures and its gradient.
     *
     * @param parameters left untouched
     * @param rows indices of pictures; not to be changed before the end
     * @param from first entry of {@code rows} to use
     * @param to end of the entries to use, exclusive; more than {@code from}
     */
    public void beginBatch(double[] parameters, int[] rows, int from, int to) {
        this.rows = rows;
        begin(parameters, from, to);
        if (normed != null) {
            normed.beginBatch(w, rows, from, to);
        }
    }

    /**
     * Begins to classify pictures {@code from} to {@code to}, exclusive.
     *
     * @param parameters left untouched; not to be changed before the end
     * @param images other pictures than those of training, or the same
     * @param predicted receives the class of each at its index
     */
    public void beginClassifying(double[] parameters, Images images, int from, int to, byte[] predicted) {
        this.rows = null;
        this.classified = images;
        this.predicted = predicted;
        begin(parameters, from, to);
        if (normed != null) {
            normed.beginClassifying(w, parameters);
        }
    }

    private void begin(double[] parameters, int start, int end) {
        if (underWay) {
            throw new IllegalStateException("a batch is under way: it is to be gone on with first");
        }
        underWay = true;
        from = start;
        to = end;
        w.load(parameters);
        for (int shard = 0; shard < shards; shard++) {
            next[shard] = cut(shard, from, to);
            losses[shard] = 0;
        }
    }

    /**
     * Goes on with what was begun.
     *
     * @param over whether to come back; asked by all threads that help, after each piece
     * @return true once it is done
     */
    public boolean goOn(BooleanSupplier over) {
        if (normed != null && !normed.goOn(over)) {
            return false;
        }
        if (normed != null && rows != null) {
            return true;
        }
        this.over = over;
        moved = false;
        work.run(shards);
        for (int shard = 0; shard < shards; shard++) {
            if (next[shard] < cut(shard + 1, from, to)) {
                return false;
            }
        }
        return true;
    }

    private void work(int shard) {
        int end = cut(shard + 1, from, to);
        if (next[shard] == end || moved && over.getAsBoolean()) {
            return;
        }
        moved = true;
        if (rows != null && next[shard] == cut(shard, from, to)) {
            Arrays.fill(gradients[shard], 0);
        }
        Network runs = normed == null ? network : normed.network();
        NetworkPass pass = passes.take(runs);
        do {
            int start = next[shard];
            int stop = Math.min(start + NetworkPass.CHUNK, end);
            losses[shard] = rows == null
                    ? pass.classify(normed == null ? w : normed.weights(), classified, start, stop, predicted, losses[shard])
                    : pass.addGradient(w, images, rows, start, stop, 1.0 / (to - from), gradients[shard], losses[shard]);
            next[shard] = stop;
        } while (next[shard] < end && !over.getAsBoolean());
        passes.give(runs, pass);
    }

    /**
     * Ends a batch that is done.
     *
     * @param gradient receives the gradient
     * @return the mean loss
     */
    public double endBatch(double[] gradient) {
        this.gradient = gradient;
        sum.run(shards);
        underWay = false;
        return total() / (to - from);
    }

    /**
     * Ends a classification that is done.
     *
     * @return the sum of the pictures' losses
     */
    public double endClassifying() {
        underWay = false;
        return total();
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

    /** Classifies pictures at once, as {@link #beginClassifying} has it. */
    public double classify(double[] parameters, Images images, int from, int to, byte[] predicted) {
        beginClassifying(parameters, images, from, to, predicted);
        goOn(NEVER);
        return endClassifying();
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
