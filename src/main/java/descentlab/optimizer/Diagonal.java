package descentlab.optimizer;

import java.util.Optional;

/**
 * Gradient descent preconditioned by the diagonal of the Hessian at x: x -= lr g / diag(H). The cheap substitute for
 * Newton's method from which the chapter sets out: exact where the axes are the eigenvectors, not where they are
 * turned.
 *
 * <p>Entries are used with their sign, so that it climbs along a coordinate of negative curvature. A coordinate
 * without gradient stays, whatever its curvature. One with a gradient but no curvature has no step: x becomes
 * infinite and {@link State#obstacle()} says why.
 */
public record Diagonal(@Setting(initial = 1) double lr, Schedule schedule) implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Dividing(this, dimension, hessian);
    }

    private static final class Dividing extends State {

        private final Hessian hessian;
        private final double[] h;
        private String obstacle;

        Dividing(Diagonal settings, int dimension, Hessian hessian) {
            super(settings, dimension);
            this.hessian = hessian;
            this.h = new double[dimension * dimension];
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            hessian.at(x, h);
            for (int i = 0; i < x.length; i++) {
                double curvature = h[i * x.length + i];
                if (g[i] == 0) {
                    rate[i] = over(lr, curvature);
                    continue;
                }
                rate[i] = lr == 0 ? 0 : lr / curvature;
                if (curvature == 0) {
                    obstacle = "The second derivative by x" + (i + 1) + " is 0 there, so that it cannot be divided by";
                }
                x[i] -= rate[i] * g[i];
            }
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.ofNullable(obstacle);
        }
    }
}
