package descentlab.training;

import descentlab.notation.Decimal;
import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Hessian;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.State;
import descentlab.random.RandomStream;
import descentlab.random.SeededRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One method on one objective, with its history: one row a step, step 0 included, of x1, x2, f, g1, g2, rate1, rate2
 * and what its optimizers remember (each memory has two values). f and g belong to the row's point; the rates are those of
 * the step that led there, NaN at step 0; a memory is what it was after that step, of the stage that took it.
 *
 * <p>With noise, a Gaussian of that deviation is added to each coordinate of the gradient; the gradient in the trace
 * is the noisy one, which the optimizer saw. The same seed gives the same noise to every method, step by step, so that up
 * to a handover all is as it would be without it.
 *
 * <p>The trace goes on while the numbers are finite. A descent has diverged when they are not, or when it was a
 * million times as far out as it started.
 */
public final class Descent implements Series {

    private static final List<String> ALWAYS = List.of("x1", "x2", "f", "g1", "g2", "rate1", "rate2");

    /** Column of x1. */
    public static final int X1 = 0;
    /** Column of x2. */
    public static final int X2 = 1;
    /** Column of f. */
    public static final int F = 2;
    /** Column of g1. */
    public static final int G1 = 3;
    /** Column of g2. */
    public static final int G2 = 4;
    /** Column of rate1. */
    public static final int RATE1 = 5;
    /** Column of rate2. */
    public static final int RATE2 = 6;

    /** Number of columns that every descent has; two for each thing that a method remembers follow. */
    public static final int FIRST_MEMORY = ALWAYS.size();

    /** How many times farther out than the start (or than 1) counts as diverged. */
    public static final double FAR = 1e6;

    /** Gradient norm that counts as zero. */
    public static final double FLAT = 1e-9;

    /** A step of the longest typed objective is some microseconds. */
    private static final int STEPS_BETWEEN_LOOKS = 128;

    private final Objective objective;
    private final Method method;
    private final Point start;
    private final long seed;
    private final boolean advised;
    private final Relay relay;
    private final MemoryColumns memories;
    private final int steps;
    private final double noise;
    private final RandomStream random;
    private final double bound;
    private final double[] x = new double[2];
    private final double[] g = new double[2];
    private final double[] previous = new double[2];
    private final Trace trace;
    private int step;
    private Outcome.Diverged diverged;
    private boolean advisable;
    /** The stage in which it ran away, if {@link #advisable}. */
    private int stage;

    private StableRate search;
    private Outcome outcome;

    /**
     * @param steps how many steps to take, at least 0
     * @param noise deviation of the gradient noise, at least 0
     * @param seed of the noise
     */
    public Descent(Objective objective, Method method, Point start, int steps, double noise, long seed) {
        this(objective, method, start, steps, noise, seed, true);
    }

    /**
     * The same descent, keeping of its last row only what every descent has, and looking for no better rate when it
     * diverges.
     */
    public static Descent withoutHistory(
            Objective objective, Method method, Point start, int steps, double noise, long seed) {
        return new Descent(objective, method, start, steps, noise, seed, false);
    }

    private Descent(
            Objective objective,
            Method method,
            Point start,
            int steps,
            double noise,
            long seed,
            boolean withHistory) {
        this.objective = objective;
        this.method = method;
        this.start = start;
        this.seed = seed;
        this.advised = withHistory;
        this.relay = new Relay(method, 2, hessian(objective));
        this.memories = withHistory ? new MemoryColumns(method) : MemoryColumns.none();
        memories.follow(relay.state());
        this.steps = steps;
        this.noise = noise;
        this.random = noise > 0 ? SeededRandom.GRADIENT_NOISE.generator(seed) : null;
        this.bound = FAR * Math.max(1, Math.max(Math.abs(start.x1()), Math.abs(start.x2())));
        this.trace = new Trace(
                Stream.concat(ALWAYS.stream(), memories.names()).toList(), steps + 1, !withHistory);
        x[0] = start.x1();
        x[1] = start.x2();
        record(Double.NaN, Double.NaN);
        if (outcome == null && steps == 0) {
            judge();
        }
    }

    private Descent(Descent other) {
        objective = other.objective;
        method = other.method;
        start = other.start;
        seed = other.seed;
        advised = other.advised;
        relay = new Relay(other.relay, hessian(objective));
        memories = other.memories.copy();
        memories.follow(relay.state());
        steps = other.steps;
        noise = other.noise;
        random = other.random == null ? null : other.random.copy();
        bound = other.bound;
        trace = other.trace.copy();
        System.arraycopy(other.x, 0, x, 0, x.length);
        System.arraycopy(other.g, 0, g, 0, g.length);
        step = other.step;
        diverged = other.diverged;
        advisable = other.advisable;
        stage = other.stage;
        search = other.search == null ? null : search();
        outcome = other.outcome;
    }

    /** Why nothing can descend from a point, as a sentence without its full stop; empty where it can. */
    public static Optional<String> undefinedAtStart(Objective objective, Point start) {
        return objective.undefinedAt(start.x1(), start.x2())
                .map(why -> "f is not defined at the start (" + Decimal.write(start.x1()) + ", "
                        + Decimal.write(start.x2()) + "): " + why);
    }

    private static Hessian hessian(Objective objective) {
        double[] h = new double[3];
        return (at, into) -> {
            objective.hessian(at[0], at[1], h);
            into[0] = h[0];
            into[1] = h[1];
            into[2] = h[1];
            into[3] = h[2];
        };
    }

    /**
     * Takes some steps, and ends at once if there are no more to take.
     *
     * @param most how many at most
     * @return true once the descent has ended
     */
    public boolean advance(int most) {
        takeSteps(most);
        while (outcome == null && search != null) {
            lookForAdvice();
        }
        return outcome != null;
    }

    /** Takes one more step and tells what it was made of; empty if there is none, or none that has a row. */
    public Optional<StepTaken> observe() {
        if (!goesOn() || step == steps) {
            return Optional.empty();
        }
        handOverIfDue();
        State state = relay.state();
        double[] hessian = {};
        if (Optimizers.of(relay.optimizer()).secondOrder()) {
            hessian = new double[4];
            hessian(objective).at(x, hessian);
        }
        double[] from = x.clone();
        double[] gradient = g.clone();
        StepTaken.Remembered before = StepTaken.Remembered.by(state);
        takeSteps(state, step + 1);
        if (!finite(objective.valueAndGradient(x[0], x[1], new double[2]))) {
            return Optional.empty();
        }
        return Optional.of(new StepTaken(
                step,
                relay.index(),
                relay.optimizer(),
                state.t(),
                from,
                gradient,
                hessian,
                before,
                StepTaken.Remembered.by(state),
                x.clone()));
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (search == null) {
            takeSteps(STEPS_BETWEEN_LOOKS);
        } else {
            lookForAdvice();
        }
        return outcome != null;
    }

    private void takeSteps(int most) {
        int stop = (int) Math.min(steps, (long) step + most);
        while (goesOn() && step < stop) {
            handOverIfDue();
            takeSteps(relay.state(), (int) Math.min(stop, relay.until()));
        }
        if (goesOn() && step == steps) {
            judge();
        }
    }

    private void handOverIfDue() {
        if (step == relay.until()) {
            relay.handOver();
            memories.follow(relay.state());
        }
    }

    private void takeSteps(State state, int stop) {
        double[] rates = state.rates();
        while (goesOn() && step < stop) {
            previous[0] = x[0];
            previous[1] = x[1];
            state.step(x, g);
            step++;
            record(rates[0], rates[1]);
        }
    }

    private boolean goesOn() {
        return outcome == null && search == null;
    }

    private void record(double rate1, double rate2) {
        double f = objective.valueAndGradient(x[0], x[1], g);
        if (random != null) {
            g[0] += noise * random.nextGaussian();
            g[1] += noise * random.nextGaussian();
        }
        if (!finite(f)) {
            conclude(diverged != null ? diverged : overflow());
            return;
        }
        if (diverged == null && (Math.abs(x[0]) > bound || Math.abs(x[1]) > bound)) {
            diverged = farOut();
        }
        int at = trace.next();
        double[] values = trace.array();
        values[at + X1] = x[0];
        values[at + X2] = x[1];
        values[at + F] = f;
        values[at + G1] = g[0];
        values[at + G2] = g[1];
        values[at + RATE1] = rate1;
        values[at + RATE2] = rate2;
        memories.write(values, at + FIRST_MEMORY);
        trace.added();
    }

    private boolean finite(double f) {
        // A sum is finite only if its parts are, barring an overflow that would end the descent a step later anyway.
        return Math.abs(f) + Math.abs(x[0]) + Math.abs(x[1]) + Math.abs(g[0]) + Math.abs(g[1]) <= Double.MAX_VALUE;
    }

    private Outcome.Diverged farOut() {
        if (!advised) {
            return new Outcome.Diverged(step, "");
        }
        int i = Math.abs(x[0]) > bound ? 0 : 1;
        return bounded(String.format(
                Locale.ROOT,
                "At step %d |x%d| passed %.1e, a million times the start's size or 1.",
                step,
                i + 1,
                bound));
    }

    private Outcome.Diverged overflow() {
        if (!advised) {
            return new Outcome.Diverged(step, "");
        }
        if (step == 0) {
            return new Outcome.Diverged(0, undefinedAtStart(objective, start)
                    .map(why -> why + ".")
                    .orElse("The gradient is not a finite number at the start."));
        }
        Optional<String> obstacle = relay.state().obstacle();
        if (obstacle.isPresent()) {
            return new Outcome.Diverged(
                    step,
                    String.format(
                            Locale.ROOT,
                            "Step %d could not be taken from (%.3g, %.3g). %s; shown is the last finite state.",
                            step,
                            previous[0],
                            previous[1],
                            obstacle.get()));
        }
        return bounded(String.format(
                Locale.ROOT,
                "Step %d led from (%.3g, %.3g) to where x, the objective or its gradient is no longer a finite"
                        + " number; shown is the last finite state.",
                step,
                previous[0],
                previous[1]));
    }

    /**
     * Adds which bound the rate is above, for a quadratic. The bound says nothing of stages before and after, so that with
     * stages a rate is tried before it is suggested.
     */
    private Outcome.Diverged bounded(String what) {
        Optional<StabilityBound> crossed = StabilityBound.of(objective, relay.optimizer())
                .filter(bound -> bound.crossedBy(relay.optimizer().lr()));
        if (crossed.isPresent() && (relay.alone() || crossed.get().rate() == 0)) {
            return new Outcome.Diverged(
                    step,
                    what + " " + crossed.get().sentence(relay.optimizer().lr()),
                    crossed.get().suggestion());
        }
        advisable = true;
        stage = relay.index();
        return new Outcome.Diverged(
                step,
                crossed.map(bound -> what + " " + bound.crossing(relay.optimizer().lr()) + ".").orElse(what));
    }

    /** Ends as diverged, at once or once a rate has been looked for that works. */
    private void conclude(Outcome.Diverged found) {
        if (advisable) {
            diverged = found;
            search = search();
        } else {
            outcome = found;
        }
    }

    private StableRate search() {
        return new StableRate(objective, method, stage, start, steps, noise, seed);
    }

    private void lookForAdvice() {
        if (search.advance(STEPS_BETWEEN_LOOKS)) {
            OptionalDouble rate = search.rate();
            outcome = rate.isEmpty() ? diverged : advised(rate.getAsDouble());
            search = null;
        }
    }

    /** The rate that a divergence suggests is a method's, so that of the last stage; of others it is told in words. */
    private Outcome.Diverged advised(double rate) {
        String where = relay.alone() ? "" : " in stage " + (stage + 1);
        return new Outcome.Diverged(
                diverged.step(),
                diverged.explanation() + " With lr = " + Decimal.write(rate) + where + " the same run stays in bounds.",
                stage == method.stages().size() - 1 ? OptionalDouble.of(rate) : OptionalDouble.empty());
    }

    private void judge() {
        double norm = StrictMath.hypot(g[0], g[1]);
        if (diverged != null) {
            conclude(diverged);
        } else {
            outcome = norm <= FLAT ? new Outcome.Converged(norm) : new Outcome.Finished();
        }
    }

    @Override
    public Trace trace() {
        return trace;
    }

    /** Steps taken so far. */
    @Override
    public long done() {
        return step;
    }

    @Override
    public long total() {
        return steps;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public void end(Outcome how) {
        if (outcome == null) {
            outcome = how;
        }
    }

    @Override
    public Descent copy() {
        return new Descent(this);
    }

    /** The last finite value of the objective. */
    @Override
    public double result() {
        return trace.last(F);
    }
}
