package descentlab.training;

import descentlab.landscape.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a training was at some of its rows, in single precision, evenly thinned: with every row as long as there is room, then with
 * every second one, every fourth, and so on.
 */
final class Snapshots {

    /** Points of a path, at most; half as many at least, once there were as many rows. */
    private static final int MOST = 32;

    /** Fewer of large networks: floats of all together, about. */
    private static final int ROOM = 4_000_000;

    private static final int LEAST = 12;

    private final int most;
    private final List<float[]> points = new ArrayList<>();
    private final List<Double> epochs = new ArrayList<>();
    private int stride = 1;
    private int rows;

    /** Of a model of so many parameters. */
    Snapshots(int size) {
        most = most(size);
    }

    private Snapshots(Snapshots other) {
        most = other.most;
        points.addAll(other.points);
        epochs.addAll(other.epochs);
        stride = other.stride;
        rows = other.rows;
    }

    /** How many there may be of a model of so many parameters, the end included. */
    static int most(int size) {
        return Math.clamp(ROOM / size, LEAST, MOST);
    }

    /** The same, to grow apart from these. */
    Snapshots copy() {
        return new Snapshots(this);
    }

    /** A row was written. */
    void row(double epoch, double[] w) {
        if (rows++ % stride != 0) {
            return;
        }
        if (points.size() == most - 1) {
            for (int i = points.size() - 1; i > 0; i--) {
                if (i % 2 != 0) {
                    points.remove(i);
                    epochs.remove(i);
                }
            }
            stride *= 2;
            if ((rows - 1) % stride != 0) {
                return;
            }
        }
        points.add(floats(w));
        epochs.add(epoch);
    }

    private static float[] floats(double[] w) {
        float[] floats = new float[w.length];
        for (int i = 0; i < w.length; i++) {
            floats[i] = (float) w[i];
        }
        return floats;
    }

    /** The path so far, with where it ends. */
    Path path(double epoch, double[] end) {
        List<float[]> all = new ArrayList<>(points);
        List<Double> when = new ArrayList<>(epochs);
        if (when.isEmpty() || when.getLast() != epoch) {
            all.add(floats(end));
            when.add(epoch);
        }
        return new Path(all.toArray(float[][]::new), when.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
