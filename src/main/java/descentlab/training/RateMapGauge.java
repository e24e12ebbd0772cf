package descentlab.training;

import descentlab.dataset.ByteImages;
import descentlab.dataset.Preparation;
import descentlab.model.Network;
import descentlab.model.Parameter;
import descentlab.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.KthSelector;

/** Takes down a {@link RateMap} at some of a training's rows: the first, about {@value #MOST} at even distances, and the last. */
final class RateMapGauge {

    /** Median rates by how often pixels are lit, the correlation with that, and the share of weights whose rate eps decides. */
    static final List<String> COLUMNS =
            List.of("rateUnder1", "rateTo10", "rateTo50", "rateOver50", "rateLitCorrelation", RateMap.MARK);

    /** Shares of the pictures where bands of pixels end. */
    private static final double[] EDGES = {0.01, 0.1, 0.5};

    private static final int BANDS = EDGES.length + 1;
    private static final int MOST = 24;

    /** In log10: rates that differ by less are one rate. */
    private static final double SAME = 1e-9;

    private final Network network;
    private final double[] lit;
    private final TrainingPlan plan;
    private final int examples;
    private final Parameter weight;
    private final int inputs;
    private final double[] squares;
    private final List<RateMap> taken = new ArrayList<>();
    private final KthSelector selector = new KthSelector();
    private double cap = Double.POSITIVE_INFINITY;
    private long next;

    /** One for a training on these pictures. */
    static RateMapGauge of(Network network, Preparation preparation, ByteImages pictures, TrainingPlan plan) {
        boolean onPixels = network.parameters().getFirst().fanIn() == network.side() * network.side();
        return new RateMapGauge(
                network, onPixels ? preparation.lit(pictures) : new double[0], plan, pictures.count());
    }

    /** @param lit in which share of the pictures each pixel is lit; empty where weights are not on pixels */
    private RateMapGauge(Network network, double[] lit, TrainingPlan plan, int examples) {
        this.network = network;
        this.lit = lit;
        this.plan = plan;
        this.examples = examples;
        this.weight = network.parameters().getFirst();
        this.inputs = weight.fanIn();
        this.squares = new double[weight.end() - weight.offset()];
    }

    /** The same for another training that is about to start. */
    RateMapGauge fresh() {
        return new RateMapGauge(network, lit, plan, examples);
    }

    /** One that goes on from here; what one does is nothing to the other. */
    RateMapGauge copy() {
        RateMapGauge copy = fresh();
        System.arraycopy(squares, 0, copy.squares, 0, squares.length);
        copy.taken.addAll(taken);
        copy.cap = cap;
        copy.next = next;
        return copy;
    }

    double[] lit() {
        return lit.clone();
    }

    /** Adds up the squares of a step's gradient. */
    void stepped(double[] gradient) {
        int offset = weight.offset();
        for (int i = 0; i < squares.length; i++) {
            double g = gradient[offset + i];
            squares[i] += g * g;
        }
    }

    /** Hears who takes the steps now, and how many that one has taken. */
    void follows(Optimizer optimizer, long t) {
        cap = EpsilonShare.decidesAbove(optimizer, Math.max(t, 1));
    }

    /** Whether a map is to be taken at a row after so many examples. */
    boolean due(long seen) {
        return seen >= next || seen == total();
    }

    private long total() {
        return (long) plan.epochs() * examples;
    }

    /**
     * Takes one.
     *
     * @param rates of all parameters
     * @param row holds what {@link LayerGauge} has measured from {@code layersAt} on; receives {@link #COLUMNS} behind it
     */
    void take(double[] rates, long seen, double[] row, int layersAt) {
        long distance = Math.max(1, total() / MOST);
        next = (seen / distance + 1) * distance;
        RateMap map = map((double) seen / examples, rates, LayerGauge.rates(network, row, layersAt));
        taken.add(map);
        int at = layersAt + LayerGauge.columns(network).size();
        System.arraycopy(map.medians(), 0, row, at, BANDS);
        row[at + BANDS] = map.correlation();
        row[at + BANDS + 1] = map.cappedShare();
    }

    private RateMap map(double epoch, double[] rates, double[][] layers) {
        double[] own = Arrays.copyOfRange(rates, weight.offset(), weight.end());
        int units = Math.min(RateMap.MOST_UNITS, own.length / inputs);
        boolean[] capped = new boolean[units * inputs];
        int all = 0;
        for (int i = 0; i < own.length; i++) {
            boolean over = own[i] > cap;
            all += over ? 1 : 0;
            if (i < capped.length) {
                capped[i] = over;
            }
        }
        double[] pixels = lit.length > 0 ? pixels(own) : new double[0];
        return new RateMap(
                epoch,
                units,
                (int) Math.round(Math.sqrt(inputs)),
                Arrays.copyOf(own, capped.length),
                Arrays.copyOf(squares, capped.length),
                capped,
                pixels,
                correlation(pixels),
                medians(own),
                (double) all / own.length,
                layers);
    }

    private double[] pixels(double[] rates) {
        double[] means = new double[inputs];
        for (int p = 0; p < inputs; p++) {
            double sum = 0;
            int known = 0;
            for (int i = p; i < rates.length; i += inputs) {
                if (rates[i] > 0 && Double.isFinite(rates[i])) {
                    sum += Math.log10(rates[i]);
                    known++;
                }
            }
            means[p] = known == 0 ? Double.NaN : sum / known;
        }
        return means;
    }

    /** Pearson's, about the means. */
    private double correlation(double[] pixels) {
        int[] used = IntStream.range(0, pixels.length)
                .filter(p -> lit[p] > 0 && Double.isFinite(pixels[p]))
                .toArray();
        double x0 = Arrays.stream(used).mapToDouble(p -> Math.log10(lit[p])).average().orElse(Double.NaN);
        double y0 = Arrays.stream(used).mapToDouble(p -> pixels[p]).average().orElse(Double.NaN);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double farthest = 0;
        for (int p : used) {
            double x = Math.log10(lit[p]) - x0;
            double y = pixels[p] - y0;
            xx += x * x;
            yy += y * y;
            xy += x * y;
            farthest = Math.max(farthest, Math.abs(y));
        }
        return farthest < SAME ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    private double[] medians(double[] rates) {
        double[] medians = new double[BANDS];
        Arrays.fill(medians, Double.NaN);
        if (lit.length > 0) {
            double[] some = new double[rates.length];
            for (int band = 0; band < BANDS; band++) {
                int count = 0;
                for (int i = 0; i < rates.length; i++) {
                    if (band(lit[i % inputs]) == band && !Double.isNaN(rates[i])) {
                        some[count++] = rates[i];
                    }
                }
                if (count > 0) {
                    medians[band] = selector.select(Arrays.copyOf(some, count), null, (count - 1) / 2);
                }
            }
        }
        return medians;
    }

    private static int band(double share) {
        int band = 0;
        while (band < EDGES.length && share >= EDGES[band]) {
            band++;
        }
        return band;
    }

    /** All so far; grows. */
    List<RateMap> taken() {
        return List.copyOf(taken);
    }
}
