package descentlab.landscape;

import descentlab.model.Network;
import descentlab.model.PlaneLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Losses between the ends of two paths: to the other end as it is, to the same network with its hidden units in a random order, and
 * to that with its units matched, which knows nothing of the order they had.
 */
final class StraightLine implements Work {

    private static final int POINTS = 25;

    private final Network network;
    private final PlaneLoss loss;
    private final int pictures;
    private final int path;
    private final double[] from;
    private final List<double[]> ends;
    private final double[] nowhere;
    private final double[] at;
    private final double[][] means = new double[3][];
    private final UnitMatching matching;
    private boolean matched;
    private int line;
    private MeanLosses losses;

    StraightLine(Network network, PlaneLoss loss, int pictures, Path first, Path other, int path, Random random) {
        this.network = network;
        this.loss = loss;
        this.pictures = pictures;
        this.path = path;
        this.from = PlaneSearch.doubles(first.end());
        double[] asItIs = PlaneSearch.doubles(other.end());
        double[] shuffled = asItIs.clone();
        HiddenUnits.of(network.parameters()).forEach(units -> units.reorder(shuffled, units.shuffled(random)));
        double[] best = shuffled.clone();
        this.ends = List.of(asItIs, shuffled, best);
        this.matching = new UnitMatching(network.parameters(), from, best);
        this.nowhere = new double[from.length];
        this.at = IntStream.range(0, POINTS).mapToDouble(i -> i / (POINTS - 1.0)).toArray();
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        if (!matched) {
            matched = matching.goOn(over);
        } else if (losses == null) {
            double[] end = ends.get(line);
            double[] way = new double[end.length];
            Arrays.setAll(way, i -> end[i] - from[i]);
            loss.in(from, way, nowhere);
            losses = new MeanLosses(loss, POINTS, (first, last) ->
                    loss.begin(Arrays.copyOfRange(at, first, last), new double[last - first], 0, pictures));
        } else if (losses.goOn(over)) {
            means[line++] = losses.means(pictures);
            losses = null;
        }
        return line == means.length;
    }

    Finding.Line found() {
        List<HiddenUnits> layers = HiddenUnits.of(network.parameters());
        int units = layers.stream().mapToInt(HiddenUnits::count).sum();
        return new Finding.Line(path, at, means[0], means[1], means[2], moved(layers), units);
    }

    /** Units whose own parameters, a bias or gamma and beta, differ from those before. */
    private int moved(List<HiddenUnits> layers) {
        double[] before = ends.getFirst();
        double[] after = ends.getLast();
        return layers.stream()
                .mapToInt(units -> (int) IntStream.range(0, units.count())
                        .filter(i -> units.own().stream().anyMatch(each -> before[each.offset() + i] != after[each.offset() + i]))
                        .count())
                .sum();
    }
}
