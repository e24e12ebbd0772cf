package descentlab.training;

import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizers;
import descentlab.random.SeededRandom;
import descentlab.tuning.BestOf;
import descentlab.tuning.LogRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An optimizer's part of a fair study: whole trainings at rates that are drawn at random, all from one start by one order; the one with the least
 * loss on the examples held out is chosen, and it alone is tested, once. A row for each trial, and in the end one of the chosen trial again,
 * with what it makes of the examples that test.
 *
 * <p>A trial's score is its loss on the examples held out, or that at the start where this is less or the trial diverged: whoever sees it
 * go wrong goes back to what there was.
 */
public final class Trials implements Series {

    /** Columns; what is not known is NaN. */
    static final List<String> COLUMNS = List.of(
            "trial", "lr", "loss", "heldOut", "heldOutAccuracy", "test", "testAccuracy", "seconds", "outcome");

    private static final int HELD_OUT = 3;
    private static final double LEAST = 0.05;
    private static final double MOST = 0.95;

    private final Bench bench;
    private final Method method;
    private final LogRange range;
    private final double[] rates;
    private final Trace trace;
    private final double[] scores;

    /** The trial under way, or the test; null before the first. */
    private Training current;

    private double start = Double.NaN;
    private int chosen = -1;
    private double[] parameters;
    private double[] tested = {};
    private Outcome outcome;

    /**
     * @param method about whose first rate others are tried
     * @param decades width of the range of rates
     * @param trials how many
     * @param seed of the rates; an optimizer's do not depend on what others there are, nor on its own rate but in their scale
     */
    public Trials(Bench bench, Method method, double decades, int trials, long seed) {
        this.bench = bench;
        this.method = method;
        range = LogRange.around(method.first().lr(), decades);
        Random random = SeededRandom.TRIALS.generator(seed);
        rates = IntStream.range(0, trials).mapToDouble(i -> range.draw(random)).toArray();
        trace = new Trace(COLUMNS, trials + 1, false);
        scores = new double[trials];
    }

    private Trials(Trials other) {
        bench = other.bench;
        method = other.method;
        range = other.range;
        rates = other.rates;
        trace = other.trace.copy();
        scores = other.scores.clone();
        current = other.current == null ? null : other.current.copy();
        start = other.start;
        chosen = other.chosen;
        parameters = other.parameters;
        tested = other.tested;
        outcome = other.outcome;
    }

    private Method at(double rate) {
        return method.with(0, Optimizers.of(method.first()).withRate(method.first(), rate));
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (outcome != null) {
            return true;
        }
        if (current == null) {
            current = bench.trial().apply(at(rates[0]));
        }
        if (current.advance(over)) {
            if (trace.rows() < rates.length) {
                take();
            } else {
                takeTest();
            }
        }
        return outcome != null;
    }

    private void take() {
        Trace rows = current.trace();
        int trial = trace.rows();
        boolean sound = current.outcome() instanceof Outcome.Finished;
        double loss = sound ? rows.last(bench.loss()) : Double.NaN;
        start = rows.rows() > 0 ? rows.at(0, bench.loss()) : start;
        if (Double.isFinite(loss) && (chosen < 0 || loss < trace.at(chosen, HELD_OUT))) {
            chosen = trial;
            parameters = current.parameters();
        }
        scores[trial] = loss < start ? loss : start;
        add(trial, rows.last(Training.LOSS), loss, sound ? accuracy(rows) : Double.NaN, Double.NaN, Double.NaN, current.seconds(), current.outcome());
        if (trace.rows() < rates.length) {
            current = current.beside(at(rates[trace.rows()]));
        } else if (chosen < 0) {
            outcome = new Outcome.Finished();
        } else {
            current = bench.tested().apply(at(rates[chosen]));
            current.startAt(parameters);
        }
    }

    private void takeTest() {
        Trace rows = current.trace();
        double loss = rows.last(bench.loss());
        double accuracy = accuracy(rows);
        tested = Double.isNaN(accuracy) ? new double[] {loss} : new double[] {loss, accuracy};
        add(chosen, trace.at(chosen, 2), trace.at(chosen, HELD_OUT), trace.at(chosen, HELD_OUT + 1), loss, accuracy, Double.NaN, current.outcome());
        outcome = new Outcome.Finished();
    }

    private double accuracy(Trace rows) {
        return bench.accuracy() < 0 ? Double.NaN : rows.last(bench.accuracy());
    }

    private void add(
            int trial, double loss, double heldOut, double accuracy, double test, double testAccuracy, double seconds, Outcome how) {
        trace.add(trial + 1, rates[trial], loss, heldOut, accuracy, test, testAccuracy, seconds, Outcome.NAMES.indexOf(how.name()));
    }

    /** What the best of its trials comes to; only once all are done. */
    public BestOf best() {
        return new BestOf(scores);
    }

    /** Whether all trials are done, and one of them learned anything. */
    boolean isWhole() {
        return outcome instanceof Outcome.Finished;
    }

    /**
     * The {@code range} of its rates, how many {@code examples} trained, were held out and tested, and once all trials are done {@code chosen}, its number
     * and rate, {@code test}, what it makes of those that test, the {@code start}'s loss on those held out, how many {@code failed}, and the
     * {@code expected} best of 1, 2 and more trials with the {@code low} and {@code high} ends of 90 % of it.
     */
    @Override
    public Map<String, double[]> fitted() {
        Map<String, double[]> found = new LinkedHashMap<>();
        found.put("range", new double[] {range.from(), range.to()});
        found.put("examples", new double[] {bench.trained(), bench.heldOut(), bench.tests()});
        if (!isWhole()) {
            return found;
        }
        BestOf best = best();
        found.put("start", new double[] {start});
        found.put("failed", new double[] {
            IntStream.range(0, rates.length).filter(i -> !(trace.at(i, HELD_OUT) < start)).count()});
        found.put("expected", of(best::expected));
        found.put("low", of(k -> best.quantile(k, LEAST)));
        found.put("high", of(k -> best.quantile(k, MOST)));
        if (chosen >= 0) {
            found.put("chosen", new double[] {chosen + 1, rates[chosen]});
            found.put("test", tested);
        }
        return found;
    }

    private double[] of(IntToDoubleFunction ofBest) {
        return IntStream.rangeClosed(1, rates.length).mapToDouble(ofBest).toArray();
    }

    @Override
    public Trace trace() {
        return trace;
    }

    private long each() {
        return (long) bench.epochs() * bench.trained();
    }

    /** Examples seen in training, those of a trial that diverged as if it had gone on. */
    @Override
    public long done() {
        int trials = Math.min(trace.rows(), rates.length);
        return trials * each() + (current == null || trials == rates.length ? 0 : Math.min(current.done(), each()));
    }

    @Override
    public long total() {
        return rates.length * each();
    }

    @Override
    public boolean midway() {
        return current != null && current.midway();
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
    public Trials copy() {
        return new Trials(this);
    }

    /** The loss of the chosen trial on the examples that test. */
    @Override
    public double result() {
        return tested.length == 0 ? Double.NaN : tested[0];
    }
}
