package descentlab.optimizer;

import java.util.Optional;

/**
 * Newton's method: x -= lr H^-1 g, with H the Hessian at x; lr under 1 damps it.
 *
 * <p>H is solved for by Gaussian elimination with partial pivoting and used as it is, without a line search or a
 * shift: where it is not positive definite the step may lead up, to a saddle for instance. Where g is zero no step is
 * taken. Where H is singular there is no step: x becomes NaN and {@link State#obstacle()} says why, so that the run
 * ends as diverged. The rate reported is lr, the factor on the Newton direction H^-1 g.
 */
public record Newton(@Setting(initial = 1) double lr, Schedule schedule) implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Solving(this, dimension, hessian);
    }

    private static final class Solving extends State {

        private final Hessian hessian;
        private final double[] h;
        private final double[] direction;
        private String obstacle;

        Solving(Newton settings, int dimension, Hessian hessian) {
            super(settings, dimension);
            this.hessian = hessian;
            this.h = new double[dimension * dimension];
            this.direction = new double[dimension];
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            uniformRate(lr);
            boolean flat = true;
            for (int i = 0; i < x.length; i++) {
                flat &= g[i] == 0;
                direction[i] = g[i];
            }
            if (flat) {
                return;
            }
            hessian.at(x, h);
            if (!Elimination.solve(h, direction)) {
                obstacle = "The Hessian is singular there, so that there is no Newton step";
            }
            for (int i = 0; i < x.length; i++) {
                x[i] -= lr * direction[i];
            }
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.ofNullable(obstacle);
        }
    }
}
