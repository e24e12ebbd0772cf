package descentlab.model;

import descentlab.dataset.Images;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * A network's losses over some pictures at several points of the space of its parameters at once: anywhere, or in a plane
 * w = o + a u + b v. There the first layer's sums z(w) = z(o) + a z(u) + b z(v), since they are linear in the parameters, so that
 * three of its passes serve all points; the layers after it run as in training, in float. In a plane a loss is within 1e-6 of that
 * of {@link ShardedNetwork} at the same parameters and pictures, elsewhere it is the same number but for the order of the sum.
 *
 * <p>Work is shared out by pictures, some at a time, and added in their order: the numbers are the same on any number of cores,
 * and wherever a slice of work ends. One thread at a time may call it.
 *
 * <p>Of a network with norms the pictures of a beginning are normalised by their own statistics at each point; there work is shared out
 * by points.
 */
public final class PlaneLoss {

    /** Floats of all points' parameters together, about, so that they stay near the cores. */
    private static final int ROOM = 1 << 21;

    private static final int MOST_POINTS = 32;
    private static final int LEAST_POINTS = 4;

    private final Network network;
    private final Images images;
    private final Crew crew;
    private final Crew.Tasks loading;
    private final Crew.Tasks work;
    private final Weights[] points;
    private final Weights[] plane;

    /** Null where the network has no norms. */
    private final WholeSampleLoss whole;

    private double[] o;
    private double[] u;
    private double[] v;
    private final Deque<FirstLayer> free = new ArrayDeque<>();
    private double[] a;
    private double[] b;
    private int count;
    private int from;
    private int to;

    /** Null in a plane. */
    private double[][] anywhere;

    /** Which points are ready for passes, and whether all are. */
    private boolean[] loaded = new boolean[0];

    private boolean ready;

    /** By some pictures and points: the sum of the losses, and of their squares. */
    private double[] sums = new double[0];

    private double[] squares = new double[0];

    /** The next point of each some pictures, and what is under way of their first layer. */
    private int[] next = new int[0];

    private FirstLayer[] firstLayers = new FirstLayer[0];

    private BooleanSupplier over;
    private volatile boolean moved;

    /**
     * What the first layer makes of some pictures at all points: its sums for o, u and v, then picture by picture what follows at each
     * point, so that a picture's sums stay near the core. Kept from slice to slice until the pictures are done.
     */
    private final class FirstLayer {

        private final int stride = network.layers().getFirst().sumStride();
        private final float[][] sums = new float[plane.length][NetworkPass.CHUNK * stride];
        private final float[] z = new float[stride];
        private final float[][] outputs = new float[points.length][];
        private int finished;

        private void begin(NetworkPass pass, int pictures) {
            for (int i = 0; i < plane.length; i++) {
                pass.sum(plane[i], sums[i], pictures);
            }
            for (int p = 0; p < count; p++) {
                outputs[p] = outputs[p] == null ? new float[pass.values[1].length] : outputs[p];
            }
            finished = 0;
        }

        private void finish(NetworkPass pass) {
            int from = finished * stride;
            for (int p = 0; p < count; p++) {
                float first = (float) a[p];
                float second = (float) b[p];
                for (int i = 0; i < stride; i++) {
                    z[i] = Math.fma(second, sums[2][from + i], Math.fma(first, sums[1][from + i], sums[0][from + i]));
                }
                pass.finish(z, outputs[p], finished);
            }
            finished++;
        }
    }

    /** Losses over these pictures. */
    public PlaneLoss(Network network, Images images, Crew crew) {
        if (images.width() != network.side() || images.height() != network.side()) {
            throw new IllegalArgumentException("pictures must be " + network.side() + " pixels wide and high");
        }
        this.network = network;
        this.images = images;
        this.crew = crew;
        this.loading = crew.tasks(this::load);
        this.work = crew.tasks(this::work);
        this.points = new Weights[Math.clamp(ROOM / network.size(), LEAST_POINTS, MOST_POINTS)];
        this.plane = new Weights[3];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Weights(network);
        }
        for (int i = 0; i < plane.length; i++) {
            plane[i] = new Weights(network);
        }
        this.whole = network.normed() ? new WholeSampleLoss(network, images, crew, points, plane) : null;
    }

    /** Points at once, at most. */
    public int mostPoints() {
        return points.length;
    }

    /** From now on in the plane o + a u + b v, none of which may be changed. */
    public void in(double[] o, double[] u, double[] v) {
        this.o = o;
        this.u = u;
        this.v = v;
        plane[0].load(o);
        plane[1].load(u);
        plane[2].load(v);
    }

    /**
     * Begins with points of the plane.
     *
     * @param a first coordinates
     * @param b second coordinates, as many
     * @param from first picture
     * @param to the one after the last
     */
    public void begin(double[] a, double[] b, int from, int to) {
        begin(a.length, from, to);
        this.a = a;
        this.b = b;
        this.anywhere = null;
        if (whole != null) {
            whole.begin(a, b, count, from, to);
        }
    }

    /** Begins with points anywhere, which may not be changed before the end. */
    public void begin(double[][] anywhere, int from, int to) {
        begin(anywhere.length, from, to);
        this.anywhere = anywhere;
        if (whole != null) {
            whole.begin(null, null, count, from, to);
        }
    }

    private void begin(int points, int from, int to) {
        if (points < 1 || points > this.points.length || from < 0 || to <= from || to > images.count()) {
            throw new IllegalArgumentException(points + " points, pictures " + from + " to " + to + " of " + images.count());
        }
        this.count = points;
        this.from = from;
        this.to = to;
        int parts = (to - from + NetworkPass.CHUNK - 1) / NetworkPass.CHUNK;
        loaded = new boolean[points];
        ready = false;
        next = new int[parts];
        firstLayers = new FirstLayer[parts];
        sums = new double[parts * points];
        squares = new double[parts * points];
    }

    /**
     * Goes on, for a point that is made ready at least, or some pictures at one.
     *
     * @param over whether to come back; asked by all threads that help
     * @return true once it is done
     */
    public boolean goOn(BooleanSupplier over) {
        this.over = over;
        moved = false;
        if (!ready && !load()) {
            return false;
        }
        if (whole != null) {
            return whole.goOn(over);
        }
        work.run(next.length);
        for (int each : next) {
            if (each < count) {
                return false;
            }
        }
        return true;
    }

    private boolean load() {
        loading.run(count);
        ready = true;
        for (boolean each : loaded) {
            ready &= each;
        }
        return ready;
    }

    private void load(int point) {
        if (loaded[point] || moved && over.getAsBoolean()) {
            return;
        }
        moved = true;
        if (anywhere == null) {
            points[point].load(o, u, v, a[point], b[point]);
        } else {
            points[point].load(anywhere[point]);
        }
        loaded[point] = true;
    }

    private void work(int part) {
        if (next[part] == count || moved && over.getAsBoolean()) {
            return;
        }
        moved = true;
        int first = from + part * NetworkPass.CHUNK;
        int pictures = Math.min(NetworkPass.CHUNK, to - first);
        NetworkPass pass = crew.passes().take(network);
        float[] own = pass.values[1];
        if (anywhere != null || firstLayers[part] == null) {
            for (int i = 0; i < pictures; i++) {
                pass.read(images, first + i, i);
            }
        }
        if (anywhere != null || firstLayer(part, pass, pictures)) {
            do {
                pass(part, pass, first, pictures);
            } while (next[part] < count && !over.getAsBoolean());
        }
        if (next[part] == count && firstLayers[part] != null) {
            give(firstLayers[part]);
            firstLayers[part] = null;
        }
        pass.values[1] = own;
        crew.passes().give(network, pass);
    }

    /** Goes on with the first layer at all points, for a picture at least; true once it is done. */
    private boolean firstLayer(int part, NetworkPass pass, int pictures) {
        if (firstLayers[part] == null) {
            firstLayers[part] = take();
            firstLayers[part].begin(pass, pictures);
        }
        while (firstLayers[part].finished < pictures) {
            firstLayers[part].finish(pass);
            if (over.getAsBoolean()) {
                break;
            }
        }
        return firstLayers[part].finished == pictures;
    }

    private void pass(int part, NetworkPass pass, int first, int pictures) {
        int p = next[part];
        if (anywhere == null) {
            pass.forwardFrom(firstLayers[part].outputs[p], points[p], pictures);
        } else {
            pass.forward(points[p], pictures);
        }
        for (int i = 0; i < pictures; i++) {
            double loss = pass.lossAt(i, images.label(first + i), 0);
            sums[part * count + p] += loss;
            squares[part * count + p] += loss * loss;
        }
        next[part] = p + 1;
    }

    /**
     * Ends what is done.
     *
     * @param losses the sum of the pictures' losses at each point is added, from {@code at} on
     * @param squared likewise that of their squares
     */
    public void end(double[] losses, double[] squared, int at) {
        if (whole != null) {
            whole.end(losses, squared, at);
            return;
        }
        for (int part = 0; part < next.length; part++) {
            for (int p = 0; p < count; p++) {
                losses[at + p] += sums[part * count + p];
                squared[at + p] += squares[part * count + p];
            }
        }
    }

    private FirstLayer take() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return new FirstLayer();
    }

    private void give(FirstLayer done) {
        synchronized (free) {
            free.push(done);
        }
    }
}
