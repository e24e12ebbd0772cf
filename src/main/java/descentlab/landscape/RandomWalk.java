package descentlab.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A walk by independent Gaussian steps, to compare paths with: it, too, seems to lie in two directions. In the limit of many steps and
 * dimensions the k-th direction holds 6/(pi k)^2 of its variance, .61 and .15 (Antognini and Sohl-Dickstein, arXiv
 * 1806.08805); here the shares are worked out for as many points and dimensions as the path has.
 */
final class RandomWalk implements Work {

    /** Numbers at a time. */
    private static final int PIECE = 1 << 14;

    private final int count;
    private final int size;
    private final Random random;
    private final List<float[]> points = new ArrayList<>();
    private final double[] at;
    private float[] point;
    private int next;
    private Gram gram;
    private Shares shares;

    RandomWalk(int count, int size, Random random) {
        this.count = count;
        this.size = size;
        this.random = random;
        this.at = new double[size];
        this.point = new float[size];
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        while (points.size() < count) {
            step();
            if (over.getAsBoolean()) {
                return false;
            }
        }
        gram = gram == null ? new Gram(points) : gram;
        if (gram.goOn(over)) {
            shares = Shares.of(gram.centered(0, count));
            points.clear();
            return true;
        }
        return false;
    }

    /** A part of a step. */
    private void step() {
        for (int end = Math.min(size, next + PIECE); next < end; next++) {
            at[next] += points.isEmpty() ? 0 : random.nextGaussian();
            point[next] = (float) at[next];
        }
        if (next == size) {
            points.add(point);
            point = new float[size];
            next = 0;
        }
    }

    /** What was found of it. */
    Shares shares() {
        return shares;
    }
}
