package descentlab.training;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where short trainings come to over a range of rates, each from the same start by the same batches: a row for each rate, by rising rate.
 * The loss is the mean over the last tenth of a training's batches, each before its step; {@link Sweep} is the same of a surface.
 */
final class RateSweep implements Series {

    /** Columns of the rate, the loss in the end (NaN where it diverged), and how the training ended. */
    static final List<String> COLUMNS = List.of("lr", "loss", "outcome");

    private static final int LOSS = 1;

    /** Of the batches the last share that the loss is the mean of. */
    private static final int TENTH = 10;

    private final Optimizer optimizer;
    private final TrainingPlan plan;
    private final RateSearch search;
    private final Trace trace;
    private Stint stint;
    private double first;
    private double sum;
    private Outcome outcome;

    RateSweep(Learner learner, Optimizer optimizer, TrainingPlan plan, RateSearch search) {
        this.optimizer = optimizer;
        this.plan = plan;
        this.search = search;
        trace = new Trace(COLUMNS, search.trials(), false);
        stint = new Stint(learner, at(0), plan);
    }

    private RateSweep(RateSweep other) {
        optimizer = other.optimizer;
        plan = other.plan;
        search = other.search;
        trace = other.trace.copy();
        stint = other.stint.copy();
        first = other.first;
        sum = other.sum;
        outcome = other.outcome;
    }

    private Optimizer at(int trial) {
        return Optimizers.of(optimizer).withRate(optimizer, search.rate(trial));
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        long stop = stint.seen() + stint.betweenLooks();
        while (outcome == null && stint.goOn(over)) {
            Stint before = stint;
            take(stint.loss());
            if (stint != before || stint.seen() >= stop) {
                break;
            }
        }
        return outcome != null;
    }

    private void take(double loss) {
        int counted = Math.max(1, search.batches() / TENTH);
        if (!Double.isFinite(loss)) {
            add(Double.NaN, new Outcome.Diverged(stint.seen(), ""));
            return;
        }
        first = stint.done() == 1 ? loss : first;
        if (stint.done() > search.batches() - counted) {
            sum += loss;
        }
        if (stint.done() == search.batches()) {
            boolean away = Training.ranAway(first, sum / counted);
            add(away ? Double.NaN : sum / counted, away ? new Outcome.Diverged(stint.seen(), "") : new Outcome.Finished());
        }
    }

    private void add(double loss, Outcome how) {
        trace.add(search.rate(trace.rows()), loss, Outcome.NAMES.indexOf(how.name()));
        sum = 0;
        if (trace.rows() == search.trials()) {
            outcome = new Outcome.Finished();
        } else {
            stint = stint.anew(at(trace.rows()), plan);
        }
    }

    @Override
    public Trace trace() {
        return trace;
    }

    /** Batches so far; of one that diverged, all. */
    @Override
    public long done() {
        return trace.rows() == search.trials() ? total() : (long) trace.rows() * search.batches() + stint.done();
    }

    /** Batches in all. */
    @Override
    public long total() {
        return search.allBatches();
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
    public RateSweep copy() {
        return new RateSweep(this);
    }

    /** The loss at the last rate. */
    @Override
    public double result() {
        return trace.last(LOSS);
    }
}
