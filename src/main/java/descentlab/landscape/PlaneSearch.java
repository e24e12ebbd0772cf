package descentlab.landscape;

import descentlab.model.Parameter;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Finds the plane that a landscape is drawn in, once the products of all paths' points are known. */
final class PlaneSearch implements Work {

    /** Below this share of its length, what is left of a direction beside another is rounding. */
    private static final double ROUNDING = 1e-6;

    private final PlaneKind kind;
    private final List<Path> paths;
    private final List<float[]> points;
    private final List<Parameter> parameters;
    private final Gram gram;
    private final Random random;
    private final double[] mean;
    private final double[] first;
    private final double[] second;
    private MainDirections main;
    private int added;
    private Plane plane;

    PlaneSearch(PlaneKind kind, List<Path> paths, List<float[]> points, List<Parameter> parameters, Gram gram, Random random) {
        this.kind = kind;
        this.paths = paths;
        this.points = points;
        this.parameters = parameters;
        this.gram = gram;
        this.random = random;
        int size = points.getFirst().length;
        this.mean = new double[size];
        this.first = new double[size];
        this.second = new double[size];
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        main = main == null ? MainDirections.of(gram.centered(0, points.size())) : main;
        switch (kind) {
            case PATH -> {
                while (added < points.size()) {
                    add(added++);
                    if (over.getAsBoolean()) {
                        return false;
                    }
                }
                plane = orthonormal(mean, first, second);
            }
            case ENDS -> plane = throughThree();
            case RANDOM -> plane = aboutTheEnd();
            case NONE -> throw new IllegalStateException("no plane was asked for");
        }
        return true;
    }

    /** A point's part of the mean and of X'c; what c adds of the mean is nothing, since its entries add up to zero. */
    private void add(int i) {
        float[] point = points.get(i);
        double c1 = main.vectors()[0][i];
        double c2 = main.vectors()[1][i];
        for (int k = 0; k < point.length; k++) {
            double d = (double) point[k] - points.getFirst()[k];
            mean[k] += point[k] / (double) points.size();
            first[k] += c1 * d;
            second[k] += c2 * d;
        }
    }

    private Plane throughThree() {
        float[] o = paths.size() == 1 ? paths.getFirst().start() : paths.getFirst().end();
        float[] a = paths.size() == 1 ? paths.getFirst().end() : paths.get(1).end();
        float[] b = switch (paths.size()) {
            case 1 -> farthest(paths.getFirst());
            case 2 -> paths.getFirst().start();
            default -> paths.get(2).end();
        };
        return orthonormal(doubles(o), difference(a, o), difference(b, o));
    }

    private static float[] farthest(Path path) {
        double[] along = difference(path.end(), path.start());
        double length = dot(along, along);
        float[] farthest = path.end();
        double most = -1;
        for (float[] point : path.points()) {
            double[] d = difference(point, path.start());
            double x = length > 0 ? dot(d, along) / length : 0;
            double off = dot(d, d) - x * x * length;
            if (off > most) {
                most = off;
                farthest = point;
            }
        }
        return farthest;
    }

    private Plane aboutTheEnd() {
        double[] o = doubles(paths.getFirst().end());
        return new Plane(o, filterNormalized(o, parameters, random), filterNormalized(o, parameters, random));
    }

    /** A random direction: the weights into each unit as long as that unit's own, biases zero. */
    static double[] filterNormalized(double[] w, List<Parameter> parameters, Random random) {
        double[] direction = new double[w.length];
        for (Parameter parameter : parameters) {
            int fan = parameter.fanIn();
            for (int from = parameter.offset(); !parameter.vector() && from < parameter.end(); from += fan) {
                double own = 0;
                double drawn = 0;
                for (int i = from; i < from + fan; i++) {
                    direction[i] = random.nextGaussian();
                    own += w[i] * w[i];
                    drawn += direction[i] * direction[i];
                }
                double scale = drawn > 0 ? Math.sqrt(own / drawn) : 0;
                for (int i = from; i < from + fan; i++) {
                    direction[i] *= scale;
                }
            }
        }
        return direction;
    }

    /** Both as long as 1 and at a right angle, the first path's end not to the left of its start, nor below; random where there is none. */
    private Plane orthonormal(double[] o, double[] a, double[] b) {
        double[] u = unit(a, null);
        double[] v = unit(b, u);
        double[] way = difference(paths.getFirst().end(), paths.getFirst().start());
        return new Plane(o, forward(u, way), forward(v, way));
    }

    private static double[] forward(double[] direction, double[] way) {
        return dot(direction, way) < 0 ? IntStream.range(0, direction.length).mapToDouble(i -> -direction[i]).toArray() : direction;
    }

    private double[] unit(double[] direction, double[] beside) {
        double[] rest = without(direction, beside);
        double length = Math.sqrt(dot(rest, rest));
        if (!(length > ROUNDING * Math.sqrt(dot(direction, direction)))) {
            double[] drawn = new double[direction.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = random.nextGaussian();
            }
            rest = without(drawn, beside);
            length = Math.sqrt(dot(rest, rest));
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] /= length;
        }
        return rest;
    }

    private static double[] without(double[] direction, double[] beside) {
        double[] rest = direction.clone();
        double along = beside == null ? 0 : dot(direction, beside);
        for (int i = 0; beside != null && i < rest.length; i++) {
            rest[i] -= along * beside[i];
        }
        return rest;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] doubles(float[] w) {
        double[] doubles = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            doubles[i] = w[i];
        }
        return doubles;
    }

    private static double[] difference(float[] to, float[] from) {
        double[] difference = new double[to.length];
        for (int i = 0; i < to.length; i++) {
            difference[i] = (double) to[i] - from[i];
        }
        return difference;
    }

    /** The shares of all paths' variance together that their two main directions hold. */
    MainDirections main() {
        return main;
    }

    /** The plane that was found. */
    Plane plane() {
        return plane;
    }
}
