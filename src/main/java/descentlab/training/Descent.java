package descentlab.training;

import descentlab.notation.Decimal;
import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleOptimizer;
import descentlab.optimizer.State;
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
    private final Walk walk;
    private final MemoryColumns memories;
    private final int steps;
    private final double noise;
    private final Trace trace;
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
        this.walk = new Walk(objective, method, noise);
        this.memories = withHistory ? new MemoryColumns(method) : MemoryColumns.none();
        memories.follow(walk.relay().state());
        this.steps = steps;
        this.noise = noise;
        this.trace = new Trace(
                Stream.concat(ALWAYS.stream(), memories.names()).toList(), steps + 1, !withHistory);
        record(walk.begin(start, seed), Double.NaN, Double.NaN);
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
        walk = other.walk.copy();
        memories = other.memories.copy();
        memories.follow(walk.relay().state());
        steps = other.steps;
        noise = other.noise;
        trace = other.trace.copy();
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
        if (!goesOn() || walk.taken() == steps) {
            return Optional.empty();
        }
        handOverIfDue();
        double[] x = walk.x();
        Relay relay = walk.relay();
        State state = relay.state();
        double[] hessian = {};
        if (Optimizers.of(relay.optimizer()).secondOrder()) {
            hessian = new double[4];
            Walk.hessian(objective).at(x, hessian);
        }
        double[] from = x.clone();
        double[] gradient = walk.g().clone();
        StepTaken.Remembered before = StepTaken.Remembered.by(state);
        takeSteps(state, walk.taken() + 1);
        if (!walk.finite(objective.valueAndGradient(x[0], x[1], new double[2]))) {
            return Optional.empty();
        }
        return Optional.of(new StepTaken(
                walk.taken(),
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
        int stop = (int) Math.min(steps, (long) walk.taken() + most);
        while (goesOn() && walk.taken() < stop) {
            handOverIfDue();
            takeSteps(walk.relay().state(), (int) Math.min(stop, walk.relay().until()));
        }
        if (goesOn() && walk.taken() == steps) {
            judge();
        }
    }

    private void handOverIfDue() {
        if (walk.handOverIfDue()) {
            memories.follow(walk.relay().state());
        }
    }

    private void takeSteps(State state, int stop) {
        double[] rates = state.rates();
        double[] x = {walk.x()[0], walk.x()[1]};
        double[] g = {walk.g()[0], walk.g()[1]};
        while (goesOn() && walk.taken() < stop) {
            record(walk.step(state, x, g), rates[0], rates[1]);
        }
    }

    private boolean goesOn() {
        return outcome == null && search == null;
    }

    private void record(boolean finite, double rate1, double rate2) {
        if (!finite) {
            conclude(diverged != null ? diverged : overflow());
            return;
        }
        if (diverged == null && walk.far()) {
            diverged = farOut();
        }
        int at = trace.next();
        double[] values = trace.array();
        values[at + X1] = walk.x()[0];
        values[at + X2] = walk.x()[1];
        values[at + F] = walk.f();
        values[at + G1] = walk.g()[0];
        values[at + G2] = walk.g()[1];
        values[at + RATE1] = rate1;
        values[at + RATE2] = rate2;
        memories.write(values, at + FIRST_MEMORY);
        trace.added();
    }

    private Outcome.Diverged farOut() {
        if (!advised) {
            return new Outcome.Diverged(walk.taken(), "");
        }
        int i = Math.abs(walk.x()[0]) > walk.bound() ? 0 : 1;
        return bounded(String.format(
                Locale.ROOT,
                "At step %d |x%d| passed %.1e%s.",
                walk.taken(),
                i + 1,
                walk.bound(),
                walk.bound() > FAR ? ", a million times the start's size" : ""));
    }

    private Outcome.Diverged overflow() {
        if (!advised) {
            return new Outcome.Diverged(walk.taken(), "");
        }
        if (walk.taken() == 0) {
            return new Outcome.Diverged(0, undefinedAtStart(objective, start)
                    .map(why -> why + ".")
                    .orElse("The gradient is not a finite number at the start."));
        }
        Optional<String> obstacle = walk.relay().state().obstacle().or(this::obstacleOnceMore);
        if (obstacle.isPresent()) {
            return new Outcome.Diverged(
                    walk.taken(),
                    String.format(
                            Locale.ROOT,
                            "Step %d could not be taken from (%.3g, %.3g). %s; shown is the last finite state.",
                            walk.taken(),
                            walk.previous()[0],
                            walk.previous()[1],
                            obstacle.get()));
        }
        return bounded(String.format(
                Locale.ROOT,
                "Step %d led from (%.3g, %.3g) to where x, the objective or its gradient is no longer a finite"
                        + " number; shown is the last finite state.",
                walk.taken(),
                walk.previous()[0],
                walk.previous()[1]));
    }

    /** Goes there again, as far as before the last step: of a rule, only what it remembered then tells what was no number. */
    private Optional<String> obstacleOnceMore() {
        if (!(walk.relay().optimizer() instanceof RuleOptimizer)) {
            return Optional.empty();
        }
        Walk again = new Walk(objective, method, noise);
        again.begin(start, seed);
        while (again.taken() < walk.taken() - 1) {
            again.handOverIfDue();
            again.step(again.relay().state());
        }
        again.handOverIfDue();
        return again.relay().state().obstacle(again.x(), again.g());
    }

    /**
     * Adds which bound the rate is above, for a quadratic. The bound says nothing of stages before and after, so that with
     * stages a rate is tried before it is suggested.
     */
    private Outcome.Diverged bounded(String what) {
        Optional<StabilityBound> crossed = StabilityBound.of(objective, walk.relay().optimizer())
                .filter(bound -> bound.crossedBy(walk.relay().optimizer().lr()));
        if (crossed.isPresent() && (walk.relay().alone() || crossed.get().rate() == 0)) {
            return new Outcome.Diverged(
                    walk.taken(),
                    what + " " + crossed.get().sentence(walk.relay().optimizer().lr()),
                    crossed.get().suggestion());
        }
        advisable = true;
        stage = walk.relay().index();
        return new Outcome.Diverged(
                walk.taken(),
                crossed.map(bound -> what + " " + bound.crossing(walk.relay().optimizer().lr()) + ".").orElse(what));
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
        String where = walk.relay().alone() ? "" : " in stage " + (stage + 1);
        return new Outcome.Diverged(
                diverged.step(),
                diverged.explanation() + " With lr = " + Decimal.write(rate) + where + " the same run stays in bounds.",
                stage == method.stages().size() - 1 ? OptionalDouble.of(rate) : OptionalDouble.empty());
    }

    private void judge() {
        double norm = walk.slope();
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
        return walk.taken();
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
