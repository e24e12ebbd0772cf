package descentlab.training;

import descentlab.dataset.ByteImages;
import descentlab.dataset.ImageData;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.model.ShardedNetwork;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.State;
import descentlab.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One optimizer training one network on pictures. It advances in slices that may end within a batch, so that many can
 * take turns; whoever drives it pauses it by not calling it, and stops it likewise. The same seed gives the same
 * numbers, bit for bit, however the slices fall and however many cores help; but for the seconds, which are those spent
 * in training, without evaluation and without waiting.
 */
public final class ImageTraining implements LearningCurve {

    /** Columns of a point that come before the layers'; the loss is the mean over the batches since the last point. */
    public static final List<String> COLUMNS = List.of("epoch", "examples", "loss", "seconds");

    /** Column of the loss. */
    public static final int LOSS = COLUMNS.indexOf("loss");

    /** Test pictures whose losses are added up before they are added to the others'. */
    private static final int CLASSIFIED_AT_ONCE = 500;

    private static final double NANOS = 1e9;

    /** What is to be done next. */
    private enum Stage {
        BETWEEN,
        TRAINS,
        STEPS,
        MEASURES,
        CLASSIFIES
    }

    private final ShardedNetwork network;
    private final ImageData data;
    private final ImagePlan plan;
    private final State state;
    private final LayerGauge gauge;
    private final List<String> columns;
    private final double[] w;
    private final double[] gradient;
    private final double[] lastFinite;
    private final int[] order;
    private final Random random;
    private final long total;
    private final List<TestEvaluation> evaluations = new ArrayList<>();
    private double[] points;
    private int pointCount;
    private long examples;
    private int inEpoch;
    private Stage stage = Stage.BETWEEN;

    /** End of the batch, or of the test pictures, that are under way. */
    private int end;

    private double lossSum;
    private long lossCount;
    private long nanos;
    private byte[] predicted;
    private int classified;
    private double testLoss;
    private Outcome outcome;

    /** A training about to start. */
    public ImageTraining(Network network, ImageData data, Optimizer optimizer, ImagePlan plan, Crew crew) {
        this(sharded(network, data, plan, crew), data, optimizer, plan);
    }

    /**
     * A training about to start that shares with another what they can, which is to take turns with it: not before the
     * other's batch is done.
     */
    public ImageTraining beside(Optimizer optimizer) {
        return new ImageTraining(network, data, optimizer, plan);
    }

    /** {@link #COLUMNS}, then for each layer its gradient's norm and its rates' quantiles. */
    public static List<String> columns(Network network) {
        return Stream.concat(COLUMNS.stream(), LayerGauge.columns(network).stream()).toList();
    }

    private static ShardedNetwork sharded(Network network, ImageData data, ImagePlan plan, Crew crew) {
        return new ShardedNetwork(
                network, data.training(), Math.min(plan.batch(), data.training().count()), crew);
    }

    private ImageTraining(ShardedNetwork sharded, ImageData data, Optimizer optimizer, ImagePlan plan) {
        ByteImages pictures = data.training();
        Network network = sharded.network();
        this.network = sharded;
        this.data = data;
        this.plan = plan;
        this.state = optimizer.start(network.size());
        this.gauge = new LayerGauge(network);
        this.columns = columns(network);
        this.w = new double[network.size()];
        this.gradient = new double[network.size()];
        network.initialize(w, SeededRandom.INITIAL_PARAMETERS.generator(plan.seed()));
        this.lastFinite = w.clone();
        this.order = IntStream.range(0, pictures.count()).toArray();
        this.random = plan.shuffle() ? SeededRandom.ORDER.generator(plan.seed()) : null;
        this.total = (long) plan.epochs() * pictures.count();
        this.points = new double[columns.size() * (int) Math.min(total / plan.every() + 2, 1 << 12)];
        this.predicted = new byte[data.test().count()];
    }

    /**
     * Trains, or classifies test pictures, for a while.
     *
     * @param over whether to come back; asked between two pieces of work, by all threads that help; at least one piece
     *     is done in any case
     * @return true once the training has ended
     */
    public boolean advance(BooleanSupplier over) {
        do {
            switch (stage) {
                case BETWEEN -> begin();
                case TRAINS -> train(over);
                case CLASSIFIES -> classify(over);
                case STEPS -> step();
                case MEASURES -> addPoint();
            }
        } while (outcome == null && !over.getAsBoolean());
        return outcome != null;
    }

    /** Whether it is within a batch: then none that shares a network with it may go on before it. */
    public boolean midway() {
        return stage != Stage.BETWEEN;
    }

    private void begin() {
        if (evaluations.size() <= examples / order.length && inEpoch == 0) {
            end = Math.min(classified + CLASSIFIED_AT_ONCE, data.test().count());
            network.beginClassifying(w, data.test(), classified, end, predicted);
            stage = Stage.CLASSIFIES;
            return;
        }
        long start = System.nanoTime();
        if (inEpoch == 0 && random != null) {
            shuffle();
        }
        end = Math.min(inEpoch + plan.batch(), order.length);
        network.beginBatch(w, order, inEpoch, end);
        nanos += System.nanoTime() - start;
        stage = Stage.TRAINS;
    }

    private void train(BooleanSupplier over) {
        long start = System.nanoTime();
        if (network.goOn(over)) {
            stage = Stage.STEPS;
        }
        nanos += System.nanoTime() - start;
    }

    private void step() {
        long start = System.nanoTime();
        int count = end - inEpoch;
        double loss = network.endBatch(gradient);
        stage = Stage.BETWEEN;
        if (!Double.isFinite(loss)) {
            diverge();
            return;
        }
        state.step(w, gradient);
        long before = examples / plan.every();
        examples += count;
        inEpoch = end == order.length ? 0 : end;
        lossSum += loss * count;
        lossCount += count;
        nanos += System.nanoTime() - start;
        if (examples / plan.every() > before || inEpoch == 0) {
            stage = Stage.MEASURES;
        }
    }

    /** Fisher and Yates, as Durstenfeld has it (CACM 7, 1964). */
    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private void addPoint() {
        stage = Stage.BETWEEN;
        int stride = columns.size();
        if ((pointCount + 1) * stride > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        int at = pointCount++ * stride;
        points[at] = (double) examples / order.length;
        points[at + 1] = examples;
        points[at + LOSS] = lossSum / lossCount;
        points[at + 3] = nanos / NANOS;
        gauge.measure(gradient, state.rates(), points, at + COLUMNS.size());
        lossSum = 0;
        lossCount = 0;
        System.arraycopy(w, 0, lastFinite, 0, w.length);
    }

    private void classify(BooleanSupplier over) {
        if (!network.goOn(over)) {
            return;
        }
        ByteImages test = data.test();
        stage = Stage.BETWEEN;
        testLoss += network.endClassifying();
        classified = end;
        if (end < test.count()) {
            return;
        }
        double loss = testLoss / test.count();
        if (!Double.isFinite(loss)) {
            diverge();
            return;
        }
        evaluations.add(TestEvaluation.of(
                evaluations.size(), loss, test.labels(), predicted, test.classes().size()));
        predicted = new byte[test.count()];
        classified = 0;
        testLoss = 0;
        if (examples == total) {
            outcome = new Outcome.Finished();
        }
    }

    private void diverge() {
        outcome = new Outcome.Diverged(
                examples,
                "After " + examples + " pictures the loss was no longer a finite number; kept is the state of the last"
                        + " finite point. A smaller learning rate may hold.");
    }

    /** The network in training. */
    public Network network() {
        return network.network();
    }

    /** The pictures. */
    public ImageData data() {
        return data;
    }

    @Override
    public int pointCount() {
        return pointCount;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public double[] points(int from) {
        return Arrays.copyOfRange(points, from * columns.size(), pointCount * columns.size());
    }

    /** What became of the test pictures, before the first epoch and after each; grows. */
    public List<TestEvaluation> evaluations() {
        return List.copyOf(evaluations);
    }

    @Override
    public long examples() {
        return examples;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public double seconds() {
        return nanos / NANOS;
    }

    @Override
    public double secondsPerEpoch() {
        return examples == 0 ? Double.NaN : seconds() * order.length / examples;
    }

    /** Parameters at the last point, layer by layer as the network says; a copy. */
    public double[] parameters() {
        return lastFinite.clone();
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }
}
