package descentlab.training;

import descentlab.dataset.ImageData;
import descentlab.dataset.Images;
import descentlab.dataset.Preparation;
import descentlab.model.Crew;
import descentlab.model.HessianProduct;
import descentlab.model.Network;
import descentlab.model.Parameter;
import descentlab.model.ShardedNetwork;
import descentlab.optimizer.Optimizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A network on pictures. A batch is done by several cores, some pictures at a time. The loss at a row is the mean over the
 * batches since the last one, beside what {@link LayerGauge} and, where they are asked for, {@link RateMapGauge} and
 * {@link CurvatureGauge} measure; before the first epoch and after each there are also the
 * loss and the accuracy on the test pictures. Where there is none of that yet, or no test, is NaN.
 */
final class PictureLearner implements Learner {

    /** Columns of the test pictures, which come before the layers'. */
    static final List<String> TEST = List.of("testLoss", "testAccuracy");

    private static final int TEST_LOSS = Training.COLUMNS.size();
    private static final int TEST_ACCURACY = TEST_LOSS + 1;
    private static final int LAYERS = TEST_LOSS + TEST.size();

    /** Evaluations of the test pictures, at most about, where epochs are many. */
    private static final int TESTS = 50;

    /** What is to be done next for a row. */
    private enum Part {
        LAYERS,
        RATES,
        CURVATURE,
        PORTRAIT,
        TEST,
        NOTHING
    }

    private final ShardedNetwork network;
    private final TestPictures test;
    private final TrainingPlan plan;
    private final Crew crew;
    private final LayerGauge gauge;

    /** Null where nobody looks. */
    private final CurvatureGauge curvature;

    /** Null where nobody asked. */
    private final RateMapGauge rates;

    private PortraitSitting sitting;
    private CurvaturePortrait portrait;
    private int examples;
    private double lossSum;
    private long lossCount;
    private Part next = Part.NOTHING;
    private long seen;
    private int epoch;
    private boolean last;
    private boolean tested;

    private PictureLearner(
            ShardedNetwork network,
            TestPictures test,
            TrainingPlan plan,
            Crew crew,
            CurvatureGauge before,
            RateMapGauge rates) {
        this.network = network;
        this.test = test;
        this.plan = plan;
        this.crew = crew;
        this.gauge = new LayerGauge(network.network());
        this.rates = rates;
        if (!plan.curvature().on()) {
            curvature = null;
        } else if (before == null) {
            curvature = new CurvatureGauge(network.network(), hessian(CurvatureWatch.sample(network.network())), plan.curvature(), plan.seed());
        } else {
            curvature = before.copy(hessian(CurvatureWatch.sample(network.network())), network.network());
        }
    }

    private HessianProduct hessian(int most) {
        return new HessianProduct(network.network(), network.images(), Math.min(most, examples()), crew);
    }

    /** A network on pictures, prepared as the first of them say. */
    static PictureLearner of(
            Network network, ImageData data, Preparation preparation, TrainingPlan plan, Crew crew) {
        Images training = preparation.of(data.training(), data.training());
        ShardedNetwork sharded =
                new ShardedNetwork(network, training, Math.min(plan.batch(), training.count()), crew);
        TestPictures test =
                new TestPictures(sharded, data.test(), preparation.of(data.test(), data.training()));
        RateMapGauge rates =
                plan.rateMaps() ? RateMapGauge.of(network, preparation, data.training(), plan) : null;
        return new PictureLearner(sharded, test, plan, crew, null, rates);
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
        if (curvature != null) {
            curvature.stepped(examples);
        }
        if (rates != null) {
            rates.stepped(gradient);
        }
        return loss;
    }

    @Override
    public List<String> columns() {
        return Stream.of(
                        TEST,
                        LayerGauge.columns(network.network()),
                        rates == null ? List.<String>of() : RateMapGauge.COLUMNS,
                        curvature == null ? List.<String>of() : CurvatureGauge.COLUMNS)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean everyEpoch() {
        return true;
    }

    @Override
    public void follows(Optimizer optimizer, long t) {
        if (curvature != null) {
            curvature.follows(optimizer, t);
        }
        if (rates != null) {
            rates.follows(optimizer, t);
        }
    }

    @Override
    public void beginRow(long seen, boolean between) {
        this.seen = seen;
        epoch = (int) (seen / examples());
        last = between && epoch == plan.epochs();
        int tests = (plan.epochs() + TESTS - 1) / TESTS;
        tested = between && (tests < 2 || epoch % tests == 0 || last);
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
                next = this.rates != null && this.rates.due(seen) ? Part.RATES : afterRates();
            }
            case RATES -> {
                this.rates.take(rates, seen, row, LAYERS);
                next = afterRates();
            }
            case CURVATURE -> {
                if (curvature.look(w, rates, over)) {
                    curvature.write(row, row.length - CurvatureGauge.COLUMNS.size());
                    next = afterLook();
                }
            }
            case PORTRAIT -> sit(w, rates, over);
            case TEST -> classify(w, row, over);
            case NOTHING -> {}
        }
        return next == Part.NOTHING;
    }

    private Part afterRates() {
        return curvature != null && curvature.due() ? Part.CURVATURE : afterLook();
    }

    private Part afterLook() {
        return last && plan.curvature().portrait() && portrait == null ? Part.PORTRAIT : afterPortrait();
    }

    private Part afterPortrait() {
        return tested ? Part.TEST : Part.NOTHING;
    }

    private void sit(double[] w, double[] rates, BooleanSupplier over) {
        if (sitting == null) {
            sitting = new PortraitSitting(
                    network.network(), hessian(PortraitSitting.sample(network.network())), w, rates, plan.seed());
        }
        if (sitting.goOn(over)) {
            portrait = sitting.portrait();
            sitting = null;
            next = afterPortrait();
        }
    }

    @Override
    public Optional<CurvaturePortrait> portrait() {
        return Optional.ofNullable(portrait);
    }

    @Override
    public List<RateMap> rateMaps() {
        return rates == null ? List.of() : rates.taken();
    }

    @Override
    public double[] lit() {
        return rates == null ? new double[0] : rates.lit();
    }

    @Override
    public Optional<Images> images() {
        return Optional.of(network.images());
    }

    private void classify(double[] w, double[] row, BooleanSupplier over) {
        if (test.goOn(w, epoch, over)) {
            if (test.sound()) {
                row[TEST_LOSS] = test.evaluations().getLast().loss();
                row[TEST_ACCURACY] = test.evaluations().getLast().accuracy();
            }
            next = Part.NOTHING;
        }
    }

    @Override
    public boolean midway() {
        return test.midway() || curvature != null && curvature.underWay();
    }

    @Override
    public boolean sound() {
        return test.sound();
    }

    @Override
    public List<TestEvaluation> tests() {
        return List.copyOf(test.evaluations());
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
        List<TestEvaluation> tests = test.evaluations();
        return tests.isEmpty() ? Double.NaN : tests.getLast().accuracy();
    }

    @Override
    public String kept() {
        return "point";
    }

    @Override
    public Learner beside() {
        return new PictureLearner(
                network, test.with(network), plan, crew, null, rates == null ? null : rates.fresh());
    }

    @Override
    public Learner unmeasured() {
        return new PictureLearner(
                network, test.with(network), plan.with(CurvatureWatch.NONE).withRateMaps(false), crew, null, null);
    }

    @Override
    public Learner copy() {
        ShardedNetwork another = network.another();
        PictureLearner copy = new PictureLearner(
                another, test.copy(another), plan, crew, curvature, rates == null ? null : rates.copy());
        copy.portrait = portrait;
        copy.seen = seen;
        copy.epoch = epoch;
        copy.last = last;
        copy.lossSum = lossSum;
        copy.lossCount = lossCount;
        copy.next = next;
        copy.tested = tested;
        return copy;
    }
}
