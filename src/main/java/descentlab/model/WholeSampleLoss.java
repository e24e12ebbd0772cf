package descentlab.model;

import descentlab.dataset.Images;
import descentlab.linalg.FloatKernels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A {@link PlaneLoss} of a network with norms: at each point the pictures are normalised by the statistics that they have there
 * themselves, so that a task is all pictures at one point. In a plane the first layer's sums are linear in the parameters here, too,
 * before the norm.
 */
final class WholeSampleLoss {

    /** Of o, u and v. */
    private static final int CORNERS = 3;

    private final Network network;
    private final Images images;
    private final Stages stages;
    private final Weights[] points;
    private final Weights[] plane;
    private final double[] sums;
    private final double[] squares;
    private final Deque<NetworkPass> free = new ArrayDeque<>();
    private final float[][] corners = new float[CORNERS][];

    /** Pictures that there is room for. */
    private int room;

    private double[] a;
    private double[] b;
    private int from;
    private int count;
    private int pictures;

    /** @param plane the weights of o, u and v */
    WholeSampleLoss(Network network, Images images, Crew crew, Weights[] points, Weights[] plane) {
        this.network = network;
        this.images = images;
        this.points = points;
        this.plane = plane;
        this.stages = new Stages(crew, Math.max(CORNERS, points.length));
        this.sums = new double[points.length];
        this.squares = new double[points.length];
    }

    /**
     * Begins with some pictures at points that are ready.
     *
     * @param a first coordinates in the plane; null for points anywhere
     */
    void begin(double[] a, double[] b, int count, int from, int to) {
        this.a = a;
        this.b = b;
        this.count = count;
        this.from = from;
        this.pictures = to - from;
        if (pictures > room) {
            room = pictures;
            free.clear();
            for (int i = 0; i < CORNERS; i++) {
                corners[i] = new float[room * network.layers().getFirst().sumStride()];
            }
        }
        Stages.Step losses = new Stages.Step(count, this::loss);
        stages.begin(a == null ? List.of(losses) : List.of(new Stages.Step(CORNERS, this::sum), losses));
    }

    /** Goes on, for all pictures at a point at least; true once it is done. */
    boolean goOn(BooleanSupplier over) {
        return stages.goOn(over);
    }

    private void sum(int corner) {
        NetworkPass pass = take();
        read(pass);
        pass.sum(plane[corner], corners[corner], pictures);
        give(pass);
    }

    private void loss(int point) {
        NetworkPass pass = take();
        if (a == null) {
            read(pass);
            pass.forward(points[point], pictures);
        } else {
            float first = (float) a[point];
            float second = (float) b[point];
            float[] z = pass.values[1];
            for (int i = 0; i < pictures * network.layers().getFirst().sumStride(); i++) {
                z[i] = Math.fma(second, corners[2][i], Math.fma(first, corners[1][i], corners[0][i]));
            }
            pass.forwardFrom(z, points[point], pictures);
        }
        double sum = 0;
        double squared = 0;
        for (int i = 0; i < pictures; i++) {
            double loss = pass.lossAt(i, images.label(from + i), 0);
            sum += loss;
            squared += loss * loss;
        }
        sums[point] = sum;
        squares[point] = squared;
        give(pass);
    }

    private void read(NetworkPass pass) {
        for (int i = 0; i < pictures; i++) {
            pass.read(images, from + i, i);
        }
    }

    /** Adds the sums of the losses, and of their squares. */
    void end(double[] losses, double[] squared, int at) {
        for (int p = 0; p < count; p++) {
            losses[at + p] += sums[p];
            squared[at + p] += squares[p];
        }
    }

    private NetworkPass take() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return new NetworkPass(network, FloatKernels.create(), room);
    }

    private void give(NetworkPass pass) {
        synchronized (free) {
            free.push(pass);
        }
    }
}
