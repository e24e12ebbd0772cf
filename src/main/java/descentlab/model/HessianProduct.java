package descentlab.model;

import descentlab.dataset.Images;
import descentlab.linalg.FloatKernels;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Products H v of the Hessian of a network's mean loss over a fixed sample, without the Hessian: the gradient's own
 * directional derivative (Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6, 1994), exact but for
 * rounding. Nothing is differenced.
 *
 * <p>Directions and products are double, the work between is done in float, as that of training: each tensor of a product
 * is within 5e-5 of PyTorch's in double, by Euclidean norms. Where a rectified unit or the largest of a square changes with
 * the parameters there is no second derivative, and that of the side it is on is taken, as PyTorch does.
 *
 * <p>The sample is cut into shards, how many depends on its size alone, and their products are added in a fixed order: the
 * numbers are the same on any number of cores, and wherever a slice of work ends. One thread at a time may call it.
 *
 * <p>Of a network with norms the statistics are those of the sample itself, and are differentiated through.
 */
public final class HessianProduct {

    private static final int DRAWS = 256;
    private static final int MOST_SHARDS = 8;
    private static final int LEAST_IN_SHARD = 32;
    private static final BooleanSupplier NEVER = () -> false;

    private final Network network;
    private final Images images;
    private final int sample;
    private final Weights w;
    private final Weights v;
    private final float[][] products;
    private final int[] next;
    private final Crew.Tasks work;

    /** Null where the network has no norms. */
    private final ProductWalk walk;

    /** What estimates a diagonal there; made when it is first asked for. */
    private GradientWalk back;

    private float[][] drawn;
    private final Crew crew;
    private final Deque<NetworkTangent> free = new ArrayDeque<>();
    private boolean whole = true;
    private BooleanSupplier over = NEVER;
    private volatile boolean moved;

    /**
     * Products of a sample.
     *
     * @param images of which the first are the sample
     * @param sample how many, at least 1
     */
    public HessianProduct(Network network, Images images, int sample, Crew crew) {
        if (sample < 1 || sample > images.count()) {
            throw new IllegalArgumentException("a sample of " + sample + " of " + images.count() + " pictures");
        }
        if (images.width() != network.side() || images.height() != network.side()) {
            throw new IllegalArgumentException("pictures must be " + network.side() + " pixels wide and high");
        }
        this.network = network;
        this.crew = crew;
        this.images = images;
        this.sample = sample;
        this.w = new Weights(network);
        this.v = new Weights(network);
        int shards = Math.max(1, Math.min(MOST_SHARDS, sample / LEAST_IN_SHARD));
        this.products = new float[shards][network.size()];
        this.next = new int[shards];
        this.work = crew.tasks(this::work);
        this.walk = network.normed() ? new ProductWalk(network, w, v, images, sample, crew, products) : null;
    }

    /** Length of directions and products. */
    public int size() {
        return network.size();
    }

    /** Pictures in the sample. */
    public int sample() {
        return sample;
    }

    /** Takes the products at these parameters from now on. */
    public void at(double[] parameters) {
        w.load(parameters);
    }

    /** Begins with the product of the Hessian and a direction. */
    public void begin(double[] direction) {
        begin(direction, true);
    }

    /**
     * Begins with the product of the Gauss-Newton matrix and a direction: of the Hessian without the network's own second
     * derivatives, so that it has no negative eigenvalue.
     */
    public void beginGaussNewton(double[] direction) {
        begin(direction, false);
    }

    private void begin(double[] direction, boolean all) {
        whole = all;
        v.load(direction);
        for (int shard = 0; shard < next.length; shard++) {
            next[shard] = cut(shard);
            Arrays.fill(products[shard], 0);
        }
        if (walk != null) {
            walk.begin(sample, all);
        }
    }

    /**
     * Goes on with it, for a few pictures at least.
     *
     * @param over whether to come back; asked by all threads that help
     * @return true once it is done
     */
    public boolean goOn(BooleanSupplier over) {
        if (walk != null) {
            return walk.goOn(over);
        }
        this.over = over;
        moved = false;
        work.run(next.length);
        for (int shard = 0; shard < next.length; shard++) {
            if (next[shard] < cut(shard + 1)) {
                return false;
            }
        }
        return true;
    }

    private void work(int shard) {
        int end = cut(shard + 1);
        if (next[shard] == end || moved && over.getAsBoolean()) {
            return;
        }
        moved = true;
        NetworkTangent tangent = take();
        do {
            int stop = Math.min(next[shard] + NetworkPass.CHUNK, end);
            tangent.addProduct(w, v, images, next[shard], stop, 1.0 / sample, whole, products[shard]);
            next[shard] = stop;
        } while (next[shard] < end && !over.getAsBoolean());
        give(tangent);
    }

    /** Writes the product that is done. */
    public void end(double[] product) {
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            for (float[] part : products) {
                sum += part[i];
            }
            product[i] = sum;
        }
    }

    /** The product of the Hessian and a direction, at once. */
    public void multiply(double[] direction, double[] product) {
        begin(direction);
        goOn(NEVER);
        end(product);
    }

    /**
     * How many draws at random the diagonal of the Gauss-Newton matrix is estimated by, without bias, each entry with a relative standard
     * deviation of sqrt(2 / {@value #DRAWS}) = 9% at most; 0 where it is exact but for rounding. With norms the scores of each picture
     * depend on all others, so that it would take a way back through the whole sample for each picture and class.
     */
    public int draws() {
        return walk == null ? 0 : DRAWS;
    }

    /** In how many parts the diagonal of the Gauss-Newton matrix comes: pictures, or draws. */
    public int partsOfDiagonal() {
        return walk == null ? sample : DRAWS;
    }

    /** Adds a part of the diagonal of the Gauss-Newton matrix. */
    public void addGaussNewtonDiagonal(int part, double[] diagonal) {
        if (walk != null) {
            draw(part, diagonal);
            return;
        }
        NetworkTangent tangent = take();
        tangent.addDiagonal(w, images, part, 1.0 / sample, diagonal);
        give(tangent);
    }

    /** E (sum_ik s_ik t_ik)^2 = sum_ik t_ik^2, as signs of different pictures and classes are independent. */
    private void draw(int number, double[] diagonal) {
        if (back == null) {
            drawn = new float[next.length][network.size()];
            back = new GradientWalk(network, sample, crew, drawn, new double[next.length]);
        }
        back.beginDraw(w, images, IntStream.range(0, sample).toArray(), number);
        while (!back.goOn(NEVER)) {
            // on
        }
        for (int i = 0; i < diagonal.length; i++) {
            double sum = 0;
            for (float[] part : drawn) {
                sum += part[i];
            }
            diagonal[i] += sum * sum / sample / DRAWS;
        }
    }

    private NetworkTangent take() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return new NetworkTangent(network, FloatKernels.create(), NetworkPass.CHUNK);
    }

    private void give(NetworkTangent tangent) {
        synchronized (free) {
            free.push(tangent);
        }
    }

    /** The first picture of a shard. */
    private int cut(int shard) {
        return (int) ((long) sample * shard / next.length);
    }
}
