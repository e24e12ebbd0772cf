package descentlab.optimizer;

import java.util.List;

/**
 * RMSProp (Tieleman and Hinton, Coursera lecture 6.5, 2012): s = gamma s + (1 - gamma) g^2;
 * x -= lr g / sqrt(s + eps), from s = 0.
 *
 * <p>eps stands inside the root; {@link TorchRmsProp} has it outside. There is no bias correction, so the first step
 * is lr / sqrt(1 - gamma) in every coordinate.
 */
public record RmsProp(
        @Setting(initial = 0.1) double lr,
        @Setting(initial = 0.9, most = 1) double gamma,
        @Setting(initial = 1e-6) double eps,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Averaging(this, dimension);
    }

    private static final class Averaging extends State {

        private final double gamma;
        private final double eps;
        private final double[] s;

        Averaging(RmsProp settings, int dimension) {
            super(settings, dimension);
            this.gamma = settings.gamma;
            this.eps = settings.eps;
            this.s = new double[dimension];
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) {
                s[i] = gamma * s[i] + (1 - gamma) * g[i] * g[i];
                rate[i] = over(lr, Math.sqrt(s[i] + eps));
                x[i] -= rate[i] * g[i];
            }
        }

        @Override
        public List<Memory> memories() {
            return List.of(new Memory("s", s));
        }
    }
}
