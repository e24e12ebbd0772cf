package descentlab.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks for the local minima of an objective in a window, beside those that are known, piece by piece: from each of a grid
 * of points by Newton's method, whose Hessian is shifted to where it is positive definite, and whose step is halved until f
 * falls. A point counts if the Hessian there is positive definite and the step practically 0. A quadratic has no others than
 * those that are known.
 */
public final class MinimumSearch {

    private static final int ACROSS = 30;
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;
    private static final double STILL = 1e-9;
    /** Share of the own window's diagonal within which two are one. */
    private static final double SAME = 1e-4;
    private static final double LEAST_CURVATURE = 1e-7;

    private final Objective f;
    private final Window own;
    private final Window window;
    /** How far a step may lead: from one point of the grid to the next. */
    private final double farthest;

    private final List<Point> found;
    private final double[] g = new double[2];
    private final double[] h = new double[3];
    private final double[] step = new double[2];
    private int next;

    /** In the objective's own window. */
    public MinimumSearch(NamedObjective objective) {
        this(objective, objective.window());
    }

    /**
     * In the objective's own window and in another, and in what lies between them.
     *
     * @param objective turned as it is
     */
    public MinimumSearch(NamedObjective objective, Window other) {
        this.f = objective.function();
        this.own = objective.window();
        this.window = own.with(other);
        this.farthest = Minima.diagonal(window) / ACROSS;
        this.found = new ArrayList<>(objective.minima());
        this.next = f.constantHessian().isPresent() ? ACROSS * ACROSS : 0;
    }

    /**
     * Looks on.
     *
     * @param over whether to come back, asked after each point
     * @return the minima, once all is looked at
     */
    public Optional<Minima> advance(BooleanSupplier over) {
        while (next < ACROSS * ACROSS) {
            descend(window.x1(next % ACROSS, ACROSS), window.x2(next / ACROSS, ACROSS));
            next++;
            if (over.getAsBoolean()) {
                break;
            }
        }
        return next < ACROSS * ACROSS ? Optional.empty() : Optional.of(Minima.of(f, found, own));
    }

    private void descend(double from1, double from2) {
        double x1 = from1;
        double x2 = from2;
        for (int i = 0; i < MOST_STEPS; i++) {
            double value = f.valueAndGradient(x1, x2, g);
            f.hessian(x1, x2, h);
            if (!(Math.abs(value) + Math.abs(g[0]) + Math.abs(g[1]) + Math.abs(h[0]) + Math.abs(h[1]) + Math.abs(h[2])
                    <= Double.MAX_VALUE)) {
                return;
            }
            boolean convex = newtonStep();
            if (convex && Math.hypot(step[0], step[1]) <= STILL * (1 + Math.hypot(x1, x2))) {
                add(x1 - step[0], x2 - step[1]);
                return;
            }
            double share = Math.min(1, farthest / Math.hypot(step[0], step[1])); // or it leaves the valley that it is in
            int halvings = 0;
            while (!(f.value(x1 - share * step[0], x2 - share * step[1]) < value)) {
                share /= 2;
                if (++halvings > MOST_HALVINGS) {
                    if (convex && Math.hypot(step[0], step[1]) <= Math.sqrt(STILL)) {
                        add(x1, x2); // f cannot fall any more, for rounding
                    }
                    return;
                }
            }
            x1 -= share * step[0];
            x2 -= share * step[1];
        }
    }

    /** H^-1 g; says whether H is positive definite as it is. */
    private boolean newtonStep() {
        double middle = (h[0] + h[2]) / 2;
        double half = Math.hypot((h[0] - h[2]) / 2, h[1]);
        double floor = LEAST_CURVATURE * (1 + Math.abs(middle) + half);
        boolean convex = middle - half > floor;
        double shift = convex ? 0 : floor + half - middle + half;
        double a = h[0] + shift;
        double d = h[2] + shift;
        double determinant = a * d - h[1] * h[1];
        step[0] = (d * g[0] - h[1] * g[1]) / determinant;
        step[1] = (a * g[1] - h[1] * g[0]) / determinant;
        return convex;
    }

    private void add(double x1, double x2) {
        boolean inside = x1 >= window.x1Min() && x1 <= window.x1Max() && x2 >= window.x2Min() && x2 <= window.x2Max();
        double same = SAME * Minima.diagonal(own);
        if (inside && found.stream().noneMatch(each -> Minima.distance(each, x1, x2) <= same)) {
            found.add(new Point(x1, x2));
        }
    }
}
