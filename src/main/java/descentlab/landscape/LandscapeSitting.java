package descentlab.landscape;

import descentlab.dataset.Images;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.model.PlaneLoss;
import descentlab.random.SeededRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Works out what the loss around some paths is like, piece by piece, the coarse before the fine: the plane, a grid that is refined,
 * the paths' own losses, a random walk, straight lines between ends. What is found does not depend on where pieces end, nor on how
 * many cores help.
 */
public final class LandscapeSitting {

    /** Points of the finest grid from left to right, and from top to bottom. */
    public static final int SIDE = 51;

    /** From grid to grid, each of which all points of the finest that lie so far apart are on; divisors of {@link #SIDE} - 1. */
    private static final int[] STRIDES = {10, 5, 2, 1};

    /** Of how many pictures the first losses are the mean, as a rule; more come in portions as large. */
    private static final int PORTION = 500;

    /** How far the window goes beyond the paths, as a share of their extent. */
    private static final double MARGIN = 0.15;

    /** Something to do: made when its turn comes, and what it found told after it. */
    private record Stage(long cost, Supplier<Work> work, Runnable told) {}

    private final Network network;
    private final List<Path> paths;
    private final PlaneKind kind;
    private final long seed;
    private final int sample;
    private final int first;
    private final int all;
    private final PlaneLoss loss;
    private final GridLosses grid;
    private final Queue<Stage> left = new ArrayDeque<>();
    private final List<Finding> found = new ArrayList<>();
    private final long total;
    private long done;
    private Work current;

    /** A sitting for some paths, one at least. */
    public LandscapeSitting(Network network, Images images, List<Path> paths, SlicePlan plan, long seed, Crew crew) {
        this.network = network;
        this.paths = List.copyOf(paths);
        this.kind = plan.plane();
        this.seed = seed;
        this.all = images.count();
        this.sample = Math.min(plan.pictures(), all);
        this.first = portion(network, sample);
        this.loss = new PlaneLoss(network, images, crew);
        this.grid = new GridLosses(loss, SIDE);
        plan();
        this.total = left.stream().mapToLong(Stage::cost).sum();
    }

    /**
     * Of how many pictures the first losses are the mean: all of the sample where a norm makes the loss of each depend on which others
     * there are.
     */
    static int portion(Network network, int sample) {
        return network.normed() ? sample : Math.min(PORTION, sample);
    }

    /** The costs are forward passes, about; of what takes none, as many as would take as long. */
    private void plan() {
        List<float[]> points = paths.stream().flatMap(path -> Arrays.stream(path.points())).toList();
        Gram gram = new Gram(points);
        PlaneSearch search = new PlaneSearch(
                kind, paths, points, network.parameters(), gram, SeededRandom.PROBES.generator(seed));
        add(5000, () -> gram, () -> {});
        add(1000, () -> search, () -> look(gram, search));
        grid(STRIDES[0]);
        grid(STRIDES[1]);
        for (int i = 0; i < paths.size(); i++) {
            along(i, search);
        }
        RandomWalk walk = new RandomWalk(
                paths.getFirst().points().length, network.size(), SeededRandom.PROBES.generator(seed + 1));
        add(5000, () -> walk, () -> found.add(new Finding.Walk(walk.shares())));
        for (int i = 1; i < paths.size(); i++) {
            line(i);
        }
        for (int k = 2; k < STRIDES.length; k++) {
            grid(STRIDES[k]);
        }
        for (int seen = first; seen < sample; seen += PORTION) {
            more(seen, Math.min(sample, seen + PORTION));
        }
    }

    private void add(long cost, Supplier<Work> work, Runnable told) {
        left.add(new Stage(cost, work, told));
    }

    private void grid(int stride) {
        add((long) grid.count(stride) * first, () -> grid.level(stride, first), () -> found.add(grid.at(stride, all)));
    }

    private void more(int from, int to) {
        add((long) SIDE * SIDE * (to - from), () -> grid.all(from, to), () -> found.add(grid.at(1, all)));
    }

    private void along(int index, PlaneSearch search) {
        Path path = paths.get(index);
        int count = path.points().length;
        MeanLosses[] both = new MeanLosses[2];
        add((long) count * first, () -> {
            both[0] = new MeanLosses(loss, count, (from, to) -> loss.begin(
                    Arrays.stream(path.points(), from, to).map(PlaneSearch::doubles).toArray(double[][]::new), 0, first));
            return both[0];
        }, () -> {});
        add((long) count * first, () -> {
            Finding.Track track = ((Finding.Outlook) found.getFirst()).paths().get(index);
            in(search.plane());
            both[1] = new MeanLosses(loss, count, (from, to) -> loss.begin(
                    Arrays.copyOfRange(track.x(), from, to), Arrays.copyOfRange(track.y(), from, to), 0, first));
            return both[1];
        }, () -> {
            double[] errors = IntStream.range(0, count)
                    .mapToDouble(i -> MeanLosses.error(both[0].sums()[i], both[0].squares()[i], first, all))
                    .toArray();
            found.add(new Finding.Along(index, both[0].means(first), errors, both[1].means(first)));
        });
    }

    private void line(int other) {
        StraightLine[] line = new StraightLine[1];
        add(75L * first, () -> {
            line[0] = new StraightLine(
                    network, loss, first, paths.getFirst(), paths.get(other), other, SeededRandom.PROBES.generator(seed + 2));
            return line[0];
        }, () -> {
            found.add(line[0].found());
            in(grid.plane());
        });
    }

    private void in(Plane plane) {
        loss.in(plane.o(), plane.u(), plane.v());
    }

    /** The plane is known: where the paths are on it, and which window of it is looked at. */
    private void look(Gram gram, PlaneSearch search) {
        Plane plane = search.plane();
        List<Finding.Track> tracks = new ArrayList<>();
        int from = 0;
        for (Path path : paths) {
            int to = from + path.points().length;
            tracks.add(track(plane, path, Shares.of(gram.centered(from, to))));
            from = to;
        }
        double[] window = window(tracks);
        grid.on(plane, window[0], window[1], window[2]);
        in(plane);
        found.add(new Finding.Outlook(
                kind, window[0], window[1], window[2], SIDE, first, all,
                new double[] {search.main().share(0), search.main().share(1)}, tracks));
    }

    private static Finding.Track track(Plane plane, Path path, Shares own) {
        List<Plane.Foot> feet = Arrays.stream(path.points()).map(plane::foot).toList();
        double squares = 0;
        for (int i = 0; i < path.end().length; i++) {
            double d = (double) path.end()[i] - path.start()[i];
            squares += d * d;
        }
        return new Finding.Track(
                feet.stream().mapToDouble(Plane.Foot::x).toArray(),
                feet.stream().mapToDouble(Plane.Foot::y).toArray(),
                feet.stream().mapToDouble(Plane.Foot::off).toArray(),
                path.epochs(),
                Math.sqrt(squares),
                own);
    }

    /** A square that holds all paths, at one scale both ways; of random directions as far as the weights are long. */
    private double[] window(List<Finding.Track> tracks) {
        if (kind == PlaneKind.RANDOM) {
            return new double[] {-1, -1, 2};
        }
        double[] x = tracks.stream().flatMapToDouble(track -> Arrays.stream(track.x())).sorted().toArray();
        double[] y = tracks.stream().flatMapToDouble(track -> Arrays.stream(track.y())).sorted().toArray();
        double extent = Math.max(x[x.length - 1] - x[0], y[y.length - 1] - y[0]);
        double size = extent > 0 ? (1 + 2 * MARGIN) * extent : 1;
        return new double[] {(x[0] + x[x.length - 1] - size) / 2, (y[0] + y[y.length - 1] - size) / 2, size};
    }

    /** Goes on, for a piece at least, until {@code over}; true once all is found. */
    public boolean goOn(BooleanSupplier over) {
        while (!left.isEmpty()) {
            current = current == null ? left.peek().work().get() : current;
            if (current.goOn(over)) {
                current = null;
                Stage stage = left.remove();
                done += stage.cost();
                stage.told().run();
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return left.isEmpty();
    }

    /** What has been found so far, {@link Finding.Outlook} first; grows. */
    public List<Finding> found() {
        return List.copyOf(found);
    }

    /** The share of the work that is done, 0 to 1. */
    public double share() {
        double within = current instanceof MeanLosses losses && !left.isEmpty() ? left.peek().cost() * losses.share() : 0;
        return left.isEmpty() ? 1 : (done + within) / total;
    }
}
