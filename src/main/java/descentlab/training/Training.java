package descentlab.training;

import descentlab.dataset.Table;
import descentlab.model.EmpiricalRisk;
import descentlab.model.Measure;
import descentlab.model.TabularModel;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.State;
import descentlab.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One optimizer training one model on its data, by mini-batches. It advances in slices, so that many can take turns.
 * The loss reported is the mean over all training examples; seconds are those spent in training, without evaluation
 * and without waiting for a turn.
 */
public final class Training implements LearningCurve {

    /** Columns that every point has; those of what else is measured follow, see {@link #columns()}. */
    public static final List<String> COLUMNS = List.of("epoch", "examples", "loss", "seconds");

    /** Column of the loss. */
    public static final int LOSS = COLUMNS.indexOf("loss");

    private static final double FAR = 1e6;
    private static final double NANOS = 1e9;

    private final EmpiricalRisk problem;
    private final Measure measure;
    private final List<String> columns;
    private final int stride;
    private final TrainingPlan plan;
    private final State state;
    private final double[] w;
    private final double[] gradient;
    private final double[] lastFinite;
    private final int[] order;
    private final Random random;
    private final long total;
    private double[] points;
    private int pointCount;
    private long examples;
    private int inEpoch;
    private long nextEvaluation;
    private long nanos;
    private Outcome outcome;

    /** A training about to start; its first point, at 0 examples, is there at once. */
    public Training(TabularModel model, Table table, Optimizer optimizer, TrainingPlan plan) {
        this(model.on(table), Measure.NONE, optimizer, plan);
    }

    /** A training about to start, with something measured beside the loss; its first point is there at once. */
    public Training(EmpiricalRisk problem, Measure measure, Optimizer optimizer, TrainingPlan plan) {
        this.problem = problem;
        this.measure = measure;
        this.columns = Stream.concat(COLUMNS.stream(), measure.names().stream()).toList();
        this.stride = columns.size();
        this.plan = plan;
        int parameters = problem.parameters();
        this.state = optimizer.start(parameters);
        this.w = new double[parameters];
        this.gradient = new double[parameters];
        plan.initial().fill(w, plan.seed());
        this.lastFinite = w.clone();
        this.order = new int[problem.examples()];
        Arrays.setAll(order, i -> i);
        this.random = plan.shuffle() ? SeededRandom.ORDER.generator(plan.seed()) : null;
        this.total = (long) plan.epochs() * problem.examples();
        this.points = new double[stride * (int) Math.min(total / plan.every() + 3, 1 << 20)];
        this.nextEvaluation = plan.every();
        evaluate();
    }

    /**
     * Trains on some batches.
     *
     * @param most about how many examples at most; at least one batch is done
     * @return true once the training has ended
     */
    public boolean advance(int most) {
        long stop = examples + most;
        while (outcome == null && examples < stop) {
            advanceToPoint((int) Math.min(stop - examples, Integer.MAX_VALUE));
        }
        return outcome != null;
    }

    /**
     * Trains on some batches, up to the next point of the curve at most.
     *
     * @param most about how many examples at most; at least one batch is done
     * @return true once the training has ended
     */
    public boolean advanceToPoint(int most) {
        if (outcome != null) {
            return true;
        }
        long start = System.nanoTime();
        boolean finite = trainUntil(Math.min(Math.min(examples + most, nextEvaluation), total));
        nanos += System.nanoTime() - start;
        if (!finite) {
            diverge();
        } else if (examples >= nextEvaluation || examples == total) {
            evaluate();
            nextEvaluation = (examples / plan.every() + 1) * plan.every();
            if (outcome == null && examples == total) {
                outcome = judge();
            }
        }
        return outcome != null;
    }

    private boolean trainUntil(long target) {
        while (examples < target) {
            if (inEpoch == 0 && random != null) {
                shuffle();
            }
            int end = Math.min(inEpoch + plan.batch(), order.length);
            double loss = problem.lossAndGradient(w, order, inEpoch, end, gradient);
            if (!Double.isFinite(loss)) {
                return false;
            }
            state.step(w, gradient);
            examples += end - inEpoch;
            inEpoch = end == order.length ? 0 : end;
        }
        return true;
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

    private void evaluate() {
        double loss = problem.loss(w);
        if (!Double.isFinite(loss)) {
            diverge();
            return;
        }
        System.arraycopy(w, 0, lastFinite, 0, w.length);
        if (pointCount * stride == points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        int at = pointCount++ * stride;
        points[at] = (double) examples / problem.examples();
        points[at + 1] = examples;
        points[at + LOSS] = loss;
        points[at + 3] = nanos / NANOS;
        measure.take(w, points, at + COLUMNS.size());
    }

    private void diverge() {
        outcome = new Outcome.Diverged(
                examples,
                "After " + examples + " examples the loss was no longer a finite number; kept is the state of the last"
                        + " finite loss. A smaller learning rate may hold.");
    }

    private Outcome judge() {
        double first = points[LOSS];
        double last = points[(pointCount - 1) * stride + LOSS];
        return last > FAR * Math.max(first, 1)
                ? new Outcome.Diverged(
                        examples,
                        String.format(
                                Locale.ROOT,
                                "The loss grew from %.3g to %.3g. A smaller learning rate may hold.",
                                first,
                                last))
                : new Outcome.Finished();
    }

    @Override
    public int pointCount() {
        return pointCount;
    }

    /** {@link #COLUMNS}, then what is measured beside the loss. */
    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public double[] points(int from) {
        return Arrays.copyOfRange(points, from * stride, pointCount * stride);
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
        return examples == 0 ? Double.NaN : seconds() * problem.examples() / examples;
    }

    /** Parameters, weights then bias, at the last finite loss; a copy. */
    public double[] parameters() {
        return lastFinite.clone();
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }
}
