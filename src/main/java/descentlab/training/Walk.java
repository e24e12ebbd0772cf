package descentlab.training;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Hessian;
import descentlab.optimizer.Method;
import descentlab.optimizer.State;
import descentlab.random.RandomStream;
import descentlab.random.SeededRandom;

/**
 * A point on its way down an objective, step by step: what a race, a sweep and a map have in common, so that they agree to
 * the last bit. Nothing of the way is kept. With noise, a Gaussian of that deviation is added to each coordinate of the
 * gradient.
 */
final class Walk {

    private final Objective objective;
    private final Method method;
    private final double noise;
    private final Relay relay;
    private final double[] x = new double[2];
    private final double[] g = new double[2];
    private final double[] previous = new double[2];
    private State first;
    private State.Mark fresh;
    private RandomStream random;
    private double bound;
    private double f;
    private int step;

    /** One that has to {@linkplain #begin begin}. */
    Walk(Objective objective, Method method, double noise) {
        this.objective = objective;
        this.method = method;
        this.noise = noise;
        this.relay = new Relay(method, new int[] {2}, hessian(objective));
    }

    private Walk(Walk other, Relay relay) {
        objective = other.objective;
        method = other.method;
        noise = other.noise;
        this.relay = relay;
        random = other.random == null ? null : other.random.copy();
        bound = other.bound;
        f = other.f;
        step = other.step;
        System.arraycopy(other.x, 0, x, 0, x.length);
        System.arraycopy(other.g, 0, g, 0, g.length);
        System.arraycopy(other.previous, 0, previous, 0, previous.length);
    }

    /** One that goes on from here. */
    Walk copy() {
        Walk copy = new Walk(this, new Relay(relay, hessian(objective)));
        return fresh == null ? copy : copy.reusable();
    }

    static Hessian hessian(Objective objective) {
        double[] h = new double[3];
        return (at, into) -> {
            objective.hessian(at[0], at[1], h);
            into[0] = h[0];
            into[1] = h[1];
            into[2] = h[1];
            into[3] = h[2];
        };
    }

    /** Makes it one that can begin again and again by one optimizer's state. */
    Walk reusable() {
        first = method.first().start(2, hessian(objective));
        fresh = first.mark();
        return this;
    }

    /**
     * Stands at a start, where no step has been taken.
     *
     * @return whether all is finite there
     */
    boolean begin(Point start, long seed) {
        return begin(start.x1(), start.x2(), seed);
    }

    /** The same. */
    boolean begin(double x1, double x2, long seed) {
        if (fresh != null) {
            fresh.back();
            relay.restart(first);
        }
        random = noise > 0 ? SeededRandom.GRADIENT_NOISE.generator(seed) : null;
        bound = Descent.FAR * Math.max(1, Math.max(Math.abs(x1), Math.abs(x2)));
        step = 0;
        x[0] = x1;
        x[1] = x2;
        return look(x, g);
    }

    /** The next stage takes over, if it is its time; it says whether it was. */
    boolean handOverIfDue() {
        if (step != relay.until()) {
            return false;
        }
        relay.handOver();
        return true;
    }

    /**
     * Takes a step by the state of the stage in force.
     *
     * @return whether all is finite where it led
     */
    boolean step(State state) {
        return step(state, x, g);
    }

    /**
     * The same for one who takes many in a row.
     *
     * @param at a copy of {@link #x}, which goes along; where the compiler sees how long it is, a step finds in registers what the one
     *     before left
     * @param slope one of {@link #g}
     */
    boolean step(State state, double[] at, double[] slope) {
        previous[0] = at[0];
        previous[1] = at[1];
        state.step(at, slope);
        step++;
        return look(at, slope);
    }

    private boolean look(double[] at, double[] slope) {
        f = objective.valueAndGradient(at[0], at[1], slope);
        if (random != null) {
            slope[0] += noise * random.nextGaussian();
            slope[1] += noise * random.nextGaussian();
        }
        x[0] = at[0];
        x[1] = at[1];
        g[0] = slope[0];
        g[1] = slope[1];
        return finite(f);
    }

    /** Whether f and where it is are finite, and the gradient. */
    boolean finite(double value) {
        // A sum is finite only if its parts are, barring an overflow that would end the descent a step later anyway.
        return Math.abs(value) + Math.abs(x[0]) + Math.abs(x[1]) + Math.abs(g[0]) + Math.abs(g[1]) <= Double.MAX_VALUE;
    }

    /** Whether it is a million times as far out as it began, or than 1. */
    boolean far() {
        return Math.abs(x[0]) > bound || Math.abs(x[1]) > bound;
    }

    /** What counts as far. */
    double bound() {
        return bound;
    }

    /** Length of the gradient. */
    double slope() {
        return StrictMath.hypot(g[0], g[1]);
    }

    Relay relay() {
        return relay;
    }

    /** Where it is; live. */
    double[] x() {
        return x;
    }

    /** The gradient there; live. */
    double[] g() {
        return g;
    }

    /** Where it was before the last step; live. */
    double[] previous() {
        return previous;
    }

    /** The objective where it is. */
    double f() {
        return f;
    }

    /** Steps taken. */
    int taken() {
        return step;
    }
}
