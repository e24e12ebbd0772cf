package descentlab.training;

import descentlab.dataset.ImageData;
import descentlab.dataset.Images;
import descentlab.dataset.Preparation;
import descentlab.dataset.Table;
import descentlab.landscape.Path;
import descentlab.model.Crew;
import descentlab.model.DataFit;
import descentlab.model.EmpiricalRisk;
import descentlab.model.Measure;
import descentlab.model.Network;
import descentlab.model.TabularModel;
import descentlab.optimizer.Hessian;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.tuning.RateSearch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One method training one model by mini-learner. There is a row at 0 examples, each {@code every} examples and at the
 * end; of a model of a table its loss is the mean over all training examples, of a network that over the batches since the
 * last row. The same seed gives the same numbers, bit for bit, however the pieces fall and however many cores help; but
 * for the seconds, which are those spent in training, without evaluation and without waiting for a turn.
 */
public final class Training implements Series {

    /** Columns that every training has; those of what else is measured follow. */
    public static final List<String> COLUMNS = List.of("epoch", "examples", "loss", "seconds");

    /** Column of the examples seen. */
    public static final int EXAMPLES = COLUMNS.indexOf("examples");

    /** Column of the loss. */
    public static final int LOSS = COLUMNS.indexOf("loss");

    private static final int EPOCH = COLUMNS.indexOf("epoch");
    private static final int SECONDS = COLUMNS.indexOf("seconds");
    private static final double FAR = 1e6;
    private static final double NANOS = 1e9;
    private static final int ROOM_AT_FIRST = 1 << 12;

    /** What is to be done next. */
    private enum Activity {
        MEASURES,
        TRAINS
    }

    private final Learner learner;
    private final TrainingPlan plan;
    private final Relay relay;
    private final Epochs epochs;
    private final Batch batch;
    private final double[] w;
    private final double[] gradient;
    private final double[] lastFinite;
    private final double[] row;
    private final Trace trace;

    /** Null where the path is not taken down. */
    private final Snapshots snapshots;

    private Activity activity;

    /** Examples at which the next row is due, whatever comes before. */
    private long nextRow;

    private long nanos;
    private Outcome outcome;

    /** A training of a model of a table that is about to start. */
    public Training(TabularModel model, Table table, Method method, TrainingPlan plan) {
        this(model.on(table), Measure.NONE, method, plan);
    }

    /** The same, with something measured beside the loss. */
    public Training(EmpiricalRisk risk, Measure measure, Method method, TrainingPlan plan) {
        this(new TableLearner(risk, measure), method, plan);
    }

    /** A training of a model of somebody's own data that is about to start. */
    public Training(DataFit fit, Method method, TrainingPlan plan) {
        this(new DataLearner(fit), method, plan);
    }

    /** A training of a network on pictures that is about to start. */
    public Training(Network network, ImageData data, Method method, TrainingPlan plan, Crew crew) {
        this(network, data, Preparation.NONE, method, plan, crew);
    }

    /** The same on pictures that are prepared first. */
    public Training(
            Network network, ImageData data, Preparation preparation, Method method, TrainingPlan plan, Crew crew) {
        this(PictureLearner.of(network, data, preparation, plan, crew), method, plan);
    }

    private Training(Learner learner, Method method, TrainingPlan plan) {
        this.learner = learner;
        this.plan = plan;
        epochs = new Epochs(learner.examples(), plan);
        batch = new Batch(learner, epochs);
        w = learner.start(plan);
        gradient = new double[w.length];
        lastFinite = w.clone();
        relay = new Relay(method, learner.ends(), Hessian.NONE);
        trace = new Trace(
                Stream.concat(COLUMNS.stream(), learner.columns().stream()).toList(),
                (int) Math.min(epochs.total() / plan.every() + 3, ROOM_AT_FIRST),
                false);
        row = new double[trace.stride()];
        snapshots = learner.images().isPresent() && Surroundings.takesWay(plan, w.length) ? new Snapshots(w.length) : null;
        activity = Activity.MEASURES;
        nextRow = plan.every();
        beginRow();
    }

    private Training(Training other, Relay relay) {
        learner = other.learner.copy();
        plan = other.plan;
        epochs = other.epochs.copy();
        batch = new Batch(learner, epochs);
        w = other.w.clone();
        gradient = other.gradient.clone();
        lastFinite = other.lastFinite.clone();
        this.relay = relay;
        trace = other.trace.copy();
        row = other.row.clone();
        snapshots = other.snapshots == null ? null : other.snapshots.copy();
        activity = other.activity;
        nextRow = other.nextRow;
        nanos = other.nanos;
        outcome = other.outcome;
    }

    /**
     * One that goes on from here by another method, which did the same until now; what one does is nothing to the other. One that has
     * come to an end of its own, by that very method, is itself that.
     *
     * @return nothing if the method does not lead here, or this was ended
     * @throws IllegalStateException if it is {@link #midway}
     */
    public Optional<Training> goingOnBy(Method other) {
        if (midway()) {
            throw new IllegalStateException("it is within a batch or an evaluation");
        }
        if (outcome != null) {
            return isOver() && relay.is(other) ? Optional.of(this) : Optional.empty();
        }
        return relay.leadsTo(other, epochs.seen())
                ? Optional.of(new Training(this, new Relay(relay, other, Hessian.NONE)))
                : Optional.empty();
    }

    /** Whether it has come to an end of its own, which is the same whenever it is trained. */
    public boolean isOver() {
        return outcome instanceof Outcome.Finished || outcome instanceof Outcome.Diverged;
    }

    /** A training about to start that is like this one but for its method, and shares with it what they can. */
    public Training beside(Method other) {
        return new Training(learner.beside(), other, plan);
    }

    /** A search of a rate for its first optimizer, by the same data, batches and start. */
    public Series search(RateSearch search) {
        Optimizer optimizer = relay.method().first();
        return switch (search.kind()) {
            case TEST -> new RangeTest(learner.unmeasured(), optimizer, plan, search);
            case SWEEP -> new RateSweep(learner.unmeasured(), optimizer, plan, search);
            case NONE, STUDY -> throw new IllegalArgumentException("there is nothing to look for by a short training");
        };
    }

    /** Has it start at these parameters, before anything of it is done. */
    void startAt(double[] parameters) {
        if (trace.rows() > 0 || epochs.seen() > 0) {
            throw new IllegalStateException("it has started");
        }
        System.arraycopy(parameters, 0, w, 0, w.length);
        System.arraycopy(parameters, 0, lastFinite, 0, w.length);
    }

    /**
     * A training about to start that is like this one but for where it starts and its order, with nothing measured on the way. It takes
     * turns with nobody: this one may be looked at more than once, and be trained from there each time.
     */
    Training from(long seed) {
        return new Training(learner.unmeasured().copy(), relay.method(), plan.with(seed));
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (outcome == null) {
            if (activity == Activity.MEASURES) {
                measure(over);
            } else {
                train(over);
            }
        }
        return outcome != null;
    }

    /** Trains up to a row, or as long as one may without a look at the clock. */
    private void train(BooleanSupplier over) {
        long start = System.nanoTime();
        long stop = epochs.seen() + learner.betweenLooks();
        do {
            if (!batch.goOn(w, over)) {
                break;
            }
            step();
        } while (activity == Activity.TRAINS && outcome == null && epochs.seen() < stop);
        nanos += System.nanoTime() - start;
        if (activity == Activity.MEASURES) {
            beginRow();
        }
    }

    private void step() {
        double loss = batch.end(gradient);
        if (!Double.isFinite(loss)) {
            diverge();
            return;
        }
        while (epochs.seen() >= relay.until()) {
            relay.handOver();
        }
        epochs.endBatch();
        long seen = epochs.seen();
        if (seen >= nextRow || seen == epochs.total() || learner.everyEpoch() && epochs.between()) {
            relay.state().step(w, gradient);
            activity = Activity.MEASURES;
            nextRow = (seen / plan.every() + 1) * plan.every();
        } else {
            relay.state().stepUnrated(w, gradient);
        }
    }

    private void beginRow() {
        Arrays.fill(row, Double.NaN);
        row[EPOCH] = (double) epochs.seen() / epochs.examples();
        row[EXAMPLES] = epochs.seen();
        row[SECONDS] = seconds();
        learner.follows(relay.optimizer(), relay.state().t());
        learner.beginRow(epochs.seen(), epochs.between());
    }

    private void measure(BooleanSupplier over) {
        if (!learner.measure(w, gradient, relay.state().rates(), row, over)) {
            return;
        }
        activity = Activity.TRAINS;
        if (learner.sound()) {
            keepRow();
            if (epochs.seen() == epochs.total()) {
                outcome = judge();
            }
        } else {
            keepMeasured();
            diverge();
        }
    }

    private void keepRow() {
        trace.add(row);
        System.arraycopy(w, 0, lastFinite, 0, lastFinite.length);
        if (snapshots != null) {
            snapshots.row(row[EPOCH], w);
        }
    }

    /** Keeps the row under way if its loss is known, whatever else is not. */
    private void keepMeasured() {
        if (Double.isFinite(row[LOSS])) {
            keepRow();
        }
    }

    private void diverge() {
        outcome = new Outcome.Diverged(
                epochs.seen(),
                "After " + epochs.seen() + " " + learner.unit() + " the loss was no longer a finite number; kept is the"
                        + " state of the last finite " + learner.kept()
                        + ". A smaller learning rate may hold.");
    }

    /** It has not run away, as far as the loss at the start is known. */
    private Outcome judge() {
        double first = trace.at(0, LOSS);
        double last = trace.last(LOSS);
        return ranAway(first, last)
                ? new Outcome.Diverged(
                        epochs.seen(),
                        String.format(
                                Locale.ROOT,
                                "The loss grew from %.3g to %.3g. A smaller learning rate may hold.",
                                first,
                                last))
                : new Outcome.Finished();
    }

    /** Whether a loss has grown out of all bounds, as far as that at the start is known. */
    static boolean ranAway(double first, double last) {
        return last > FAR * Math.max(first, 1);
    }

    @Override
    public boolean midway() {
        return batch.underWay() || learner.midway();
    }

    @Override
    public void end(Outcome how) {
        if (outcome == null) {
            if (activity == Activity.MEASURES) {
                keepMeasured();
            }
            outcome = how;
        }
    }

    @Override
    public Training copy() {
        if (midway()) {
            throw new IllegalStateException("a training cannot be copied within a batch");
        }
        return new Training(this, new Relay(relay, Hessian.NONE));
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public long done() {
        return epochs.seen();
    }

    @Override
    public long total() {
        return epochs.total();
    }

    @Override
    public double seconds() {
        return nanos / NANOS;
    }

    @Override
    public double secondsPerEpoch() {
        return done() == 0 ? Double.NaN : seconds() * epochs.examples() / done();
    }

    /** The last loss; of a network, the share of test pictures told right after the last epoch. */
    @Override
    public double result() {
        return learner.result(trace);
    }

    /** What became of the test pictures, before the first epoch and after each; grows. */
    public List<TestEvaluation> tests() {
        return learner.tests();
    }

    /** What was seen of the curvature after the last step; empty before that, and where nobody looks. */
    public Optional<CurvaturePortrait> portrait() {
        return learner.portrait();
    }

    /** The learning rates as pictures, one after the other; grows. */
    public List<RateMap> rateMaps() {
        return learner.rateMaps();
    }

    /** Whether its way is taken down. */
    public boolean takesWay() {
        return snapshots != null;
    }

    /** The way so far, thinned, where it is taken down: {@link Surroundings#takesWay}. */
    public Optional<Path> path() {
        return snapshots == null || trace.rows() == 0
                ? Optional.empty()
                : Optional.of(snapshots.path(trace.last(EPOCH), lastFinite));
    }

    /** The pictures that are trained on, prepared; nothing where they are none. */
    public Optional<Images> images() {
        return learner.images();
    }

    /** In which share of the pictures each pixel is lit, where weights whose rates are taken down are on pixels; else empty. */
    public double[] lit() {
        return learner.lit();
    }

    /** Parameters at the last row, weights then bias, layer by layer; a copy. */
    public double[] parameters() {
        return lastFinite.clone();
    }

    /** The effective learning rate of each parameter in the step before the last row; NaN may stand for what came after it. A copy. */
    public double[] rates() {
        return relay.state().rates().clone();
    }

    @Override
    public Map<String, double[]> fitted() {
        return learner.named(lastFinite);
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }
}
