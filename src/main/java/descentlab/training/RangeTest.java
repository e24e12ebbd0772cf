package descentlab.training;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.Schedule;
import descentlab.tuning.RangeCurve;
import descentlab.tuning.RateSearch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One short training whose rate grows geometrically from batch to batch, in place of the optimizer's own schedule, until the loss has
 * blown up or the range is gone through: a row for each batch, with the loss before its step. Smith, arXiv 1506.01186; there the rate
 * grows linearly and accuracy is looked at, here geometrically and the loss is, as has become usual. Smoothing and what is concluded are
 * {@link RangeCurve}'s. All tests by one seed see the same batches from the same start.
 */
final class RangeTest implements Series {

    /** Columns of the batch from 1, its rate, its loss, and that smoothed. */
    static final List<String> COLUMNS = List.of("batch", "lr", "loss", "smoothed");

    private static final int SMOOTHED = 3;

    private final Stint stint;
    private final RangeCurve curve;
    private final Trace trace;
    private Outcome outcome;

    RangeTest(Learner learner, Optimizer optimizer, TrainingPlan plan, RateSearch search) {
        curve = new RangeCurve(search.from(), search.to(), search.batches());
        stint = new Stint(learner, growing(optimizer, search.from(), curve.growth()), plan);
        trace = new Trace(COLUMNS, search.batches(), false);
    }

    private RangeTest(RangeTest other) {
        stint = other.stint.copy();
        curve = other.curve.copy();
        trace = other.trace.copy();
        outcome = other.outcome;
    }

    private static Optimizer growing(Optimizer optimizer, double from, double growth) {
        OptimizerKind kind = Optimizers.of(optimizer);
        Map<String, Double> settings = kind.values(optimizer);
        settings.put("lr", from);
        return kind.make(settings, new Schedule.Exponential(growth));
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        long stop = stint.seen() + stint.betweenLooks();
        while (outcome == null && stint.goOn(over)) {
            take(stint.loss());
            if (stint.seen() >= stop) {
                break;
            }
        }
        return outcome != null;
    }

    private void take(double loss) {
        if (!Double.isFinite(loss)) {
            outcome = new Outcome.Diverged(curve.count(), "At a rate of " + shown(curve.count()) + " the loss was no longer a finite number.");
            return;
        }
        double rate = curve.rate(curve.count());
        trace.add(curve.count() + 1, rate, loss, curve.add(loss));
        if (curve.blownUp()) {
            outcome = new Outcome.Diverged(curve.count(), "By a rate of " + shown(curve.count() - 1) + " the loss had blown up.");
        } else if (curve.count() == curve.batches()) {
            outcome = new Outcome.Finished();
        }
    }

    private String shown(int batch) {
        return String.format(Locale.ROOT, "%.3g", curve.rate(batch));
    }

    /** What the curve says, as far as it says anything: the rates {@code steepest}, {@code lowest} and {@code careful}. */
    @Override
    public Map<String, double[]> fitted() {
        Map<String, double[]> found = new LinkedHashMap<>();
        curve.finding().ifPresent(finding -> {
            found.put("steepest", new double[] {finding.steepest()});
            found.put("lowest", new double[] {finding.lowest()});
            found.put("careful", new double[] {finding.careful()});
            if (finding.atEnd()) {
                found.put("atEnd", new double[0]);
            }
        });
        return found;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    /** Batches so far. */
    @Override
    public long done() {
        return curve.count();
    }

    /** Batches in all. */
    @Override
    public long total() {
        return curve.batches();
    }

    @Override
    public boolean midway() {
        return stint.midway();
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public void end(Outcome how) {
        outcome = outcome == null ? how : outcome;
    }

    @Override
    public RangeTest copy() {
        return new RangeTest(this);
    }

    /** The smoothed loss at the last rate. */
    @Override
    public double result() {
        return trace.last(SMOOTHED);
    }
}
