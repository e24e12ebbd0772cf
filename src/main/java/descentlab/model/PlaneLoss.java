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
    private double[] o;
    private double[] u;
    private double[] v;
    private final Deque<Sums> free = new ArrayDeque<>();
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

    /** The next point of each some pictures. */
    private int[] next = new int[0];

    private BooleanSupplier over;
    private volatile boolean moved;

    /** The first layer's sums of some pictures: those of o, u and v, and those of a point. */
    private final class Sums {

        private final float[][] ofPlane = new float[plane.length][NetworkPass.CHUNK * network.layers().getFirst().sumStride()];
        private final float[] z = new float[ofPlane[0].length];
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
    }

    /** Begins with points anywhere, which may not be changed before the end. */
    public void begin(double[][] anywhere, int from, int to) {
        begin(anywhere.length, from, to);
        this.anywhere = anywhere;
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
        Sums own = take();
        for (int i = 0; i < pictures; i++) {
            pass.read(images, first + i, i);
        }
        for (int i = 0; anywhere == null && i < plane.length; i++) {
            pass.sum(plane[i], own.ofPlane[i], pictures);
        }
        do {
            int p = next[part];
            if (anywhere == null) {
                combine(own, (float) a[p], (float) b[p], pictures);
                pass.forwardFrom(own.z, points[p], pictures);
            } else {
                pass.forward(points[p], pictures);
            }
            for (int i = 0; i < pictures; i++) {
                double loss = pass.lossAt(i, images.label(first + i), 0);
                sums[part * count + p] += loss;
                squares[part * count + p] += loss * loss;
            }
            next[part] = p + 1;
        } while (next[part] < count && !over.getAsBoolean());
        give(own);
        crew.passes().give(network, pass);
    }

    private void combine(Sums own, float a, float b, int pictures) {
        float[] o = own.ofPlane[0];
        float[] u = own.ofPlane[1];
        float[] v = own.ofPlane[2];
        float[] z = own.z;
        int length = pictures * network.layers().getFirst().sumStride();
        for (int i = 0; i < length; i++) {
            z[i] = Math.fma(b, v[i], Math.fma(a, u[i], o[i]));
        }
    }

    /**
     * Ends what is done.
     *
     * @param losses the sum of the pictures' losses at each point is added, from {@code at} on
     * @param squared likewise that of their squares
     */
    public void end(double[] losses, double[] squared, int at) {
        for (int part = 0; part < next.length; part++) {
            for (int p = 0; p < count; p++) {
                losses[at + p] += sums[part * count + p];
                squared[at + p] += squares[part * count + p];
            }
        }
    }

    private Sums take() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return new Sums();
    }

    private void give(Sums sums) {
        synchronized (free) {
            free.push(sums);
        }
    }
}
