package descentlab.training;

import descentlab.dataset.ByteImages;
import descentlab.model.Network;
import descentlab.model.Parameter;
import descentlab.model.ShardedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A network on pictures. A batch is done by several cores, some pictures at a time. The loss at a row is the mean over the
 * batches since the last one, beside what {@link LayerGauge} measures; before the first epoch and after each there are also the
 * loss and the accuracy on the test pictures. Where there is none of that yet, or no test, is NaN.
 */
final class PictureLearner implements Learner {

    /** Columns of the test pictures, which come before the layers'. */
    static final List<String> TEST = List.of("testLoss", "testAccuracy");

    private static final int TEST_LOSS = Training.COLUMNS.size();
    private static final int TEST_ACCURACY = TEST_LOSS + 1;
    private static final int LAYERS = TEST_LOSS + TEST.size();

    /** Test pictures whose losses are added up before they are added to the others'. */
    private static final int CLASSIFIED_AT_ONCE = 500;

    /** What is to be done next for a row. */
    private enum Part {
        LAYERS,
        TEST,
        NOTHING
    }

    private final ShardedNetwork network;
    private final ByteImages test;
    private final LayerGauge gauge;
    private final List<TestEvaluation> tests = new ArrayList<>();
    private int examples;
    private double lossSum;
    private long lossCount;
    private Part next = Part.NOTHING;
    private boolean tested;
    private boolean classifies;
    private byte[] predicted;
    private int classified;
    private int end;
    private double testLoss;
    private boolean sound = true;

    PictureLearner(ShardedNetwork network, ByteImages test) {
        this.network = network;
        this.test = test;
        this.gauge = new LayerGauge(network.network());
        this.predicted = new byte[test.count()];
    }

    @Override
    public int examples() {
        return network.images().count();
    }

    @Override
    public String unit() {
        return "pictures";
    }

    @Override
    public int[] ends() {
        return network.network().parameters().stream().mapToInt(Parameter::end).toArray();
    }

    @Override
    public double[] start(TrainingPlan plan) {
        Network layers = network.network();
        double[] start = new double[layers.size()];
        layers.initialize(start, InitialParameters.random(plan.seed()));
        return start;
    }

    @Override
    public int betweenLooks() {
        return 0;
    }

    @Override
    public void begin(double[] w, int[] rows, int from, int to) {
        examples = to - from;
        network.beginBatch(w, rows, from, to);
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        return network.goOn(over);
    }

    @Override
    public double end(double[] gradient) {
        double loss = network.endBatch(gradient);
        lossSum += loss * examples;
        lossCount += examples;
        return loss;
    }

    @Override
    public List<String> columns() {
        return Stream.concat(TEST.stream(), LayerGauge.columns(network.network()).stream()).toList();
    }

    @Override
    public boolean everyEpoch() {
        return true;
    }

    @Override
    public void beginRow(long seen, boolean between) {
        tested = between;
        next = seen == 0 ? Part.TEST : Part.LAYERS;
    }

    @Override
    public boolean measure(double[] w, double[] gradient, double[] rates, double[] row, BooleanSupplier over) {
        switch (next) {
            case LAYERS -> {
                row[Training.LOSS] = lossSum / lossCount;
                lossSum = 0;
                lossCount = 0;
                gauge.measure(gradient, rates, row, LAYERS);
                next = tested ? Part.TEST : Part.NOTHING;
            }
            case TEST -> classify(w, row, over);
            case NOTHING -> {}
        }
        return next == Part.NOTHING;
    }

    private void classify(double[] w, double[] row, BooleanSupplier over) {
        if (!classifies) {
            end = Math.min(classified + CLASSIFIED_AT_ONCE, test.count());
            network.beginClassifying(w, test, classified, end, predicted);
            classifies = true;
        }
        if (!network.goOn(over)) {
            return;
        }
        classifies = false;
        testLoss += network.endClassifying();
        classified = end;
        if (end == test.count()) {
            evaluate(row);
            next = Part.NOTHING;
        }
    }

    private void evaluate(double[] row) {
        double loss = testLoss / test.count();
        sound = Double.isFinite(loss);
        if (sound) {
            TestEvaluation evaluation = TestEvaluation.of(
                    tests.size(), loss, test.labels(), predicted, test.classes().size());
            tests.add(evaluation);
            row[TEST_LOSS] = loss;
            row[TEST_ACCURACY] = evaluation.accuracy();
        }
        predicted = new byte[test.count()];
        classified = 0;
        testLoss = 0;
    }

    @Override
    public boolean midway() {
        return classifies;
    }

    @Override
    public boolean sound() {
        return sound;
    }

    @Override
    public List<TestEvaluation> tests() {
        return List.copyOf(tests);
    }

    @Override
    public Map<String, double[]> named(double[] w) {
        Map<String, double[]> named = new LinkedHashMap<>();
        for (Parameter each : network.network().parameters()) {
            named.put(each.name(), Arrays.copyOfRange(w, each.offset(), each.end()));
        }
        return named;
    }

    /** The accuracy. */
    @Override
    public double result(Trace rows) {
        return tests.isEmpty() ? Double.NaN : tests.getLast().accuracy();
    }

    @Override
    public String kept() {
        return "point";
    }

    @Override
    public Learner beside() {
        return new PictureLearner(network, test);
    }

    @Override
    public Learner copy() {
        PictureLearner copy = new PictureLearner(network.another(), test);
        copy.tests.addAll(tests);
        copy.lossSum = lossSum;
        copy.lossCount = lossCount;
        copy.next = next;
        copy.tested = tested;
        copy.predicted = predicted.clone();
        copy.classified = classified;
        copy.testLoss = testLoss;
        copy.sound = sound;
        return copy;
    }
}
