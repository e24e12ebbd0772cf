package descentlab.landscape;

import descentlab.model.PlaneLoss;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The losses at the points of a square grid in a plane, as far as they are known, and their standard errors. */
final class GridLosses {

    private final PlaneLoss loss;
    private final int side;
    private final double[] sums;
    private final double[] squares;
    private final int[] pictures;
    private Plane plane;
    private double left;
    private double bottom;
    private double step;

    GridLosses(PlaneLoss loss, int side) {
        this.loss = loss;
        this.side = side;
        this.sums = new double[side * side];
        this.squares = new double[side * side];
        this.pictures = new int[side * side];
    }

    /** From now on there. */
    void on(Plane plane, double left, double bottom, double size) {
        this.plane = plane;
        this.left = left;
        this.bottom = bottom;
        this.step = size / (side - 1);
    }

    Plane plane() {
        return plane;
    }

    /** Points of the grid with this stride. */
    private IntStream points(int stride) {
        int count = (side - 1) / stride + 1;
        return IntStream.range(0, count * count).map(i -> i / count * stride * side + i % count * stride);
    }

    /** How many of them there are. */
    int count(int stride) {
        return (int) points(stride).count();
    }

    /** The losses at all of them that are not known, over the first pictures. */
    Work level(int stride, int first) {
        return losses(points(stride).filter(i -> pictures[i] == 0).toArray(), 0, first);
    }

    /** More pictures at all points. */
    Work all(int from, int to) {
        return losses(points(1).toArray(), from, to);
    }

    private MeanLosses losses(int[] points, int from, int to) {
        MeanLosses losses = new MeanLosses(loss, points.length, (start, end) -> loss.begin(
                Arrays.stream(points, start, end).mapToDouble(i -> left + i % side * step).toArray(),
                Arrays.stream(points, start, end).mapToDouble(i -> bottom + i / side * step).toArray(),
                from,
                to));
        return losses.whenDone(() -> {
            for (int k = 0; k < points.length; k++) {
                sums[points[k]] += losses.sums()[k];
                squares[points[k]] += losses.squares()[k];
                pictures[points[k]] += to - from;
            }
        });
    }

    /** What is known on a grid that is whole. */
    Finding.Grid at(int stride, int all) {
        int[] points = points(stride).toArray();
        return new Finding.Grid(
                stride,
                pictures[0],
                Arrays.stream(points).mapToDouble(i -> sums[i] / pictures[i]).toArray(),
                Arrays.stream(points).mapToDouble(i -> MeanLosses.error(sums[i], squares[i], pictures[i], all)).toArray());
    }
}
