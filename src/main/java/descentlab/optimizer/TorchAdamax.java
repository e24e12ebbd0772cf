package descentlab.optimizer;

import java.util.List;

/**
 * torch.optim.Adamax (Kingma and Ba, arXiv 1412.6980, section 7): d = g + weight_decay x;
 * v = beta1 v + (1 - beta1) d; u = max(beta2 u, |d| + eps); x -= lr v / ((1 - beta1^t) u), from v = u = 0.
 *
 * <p>As in PyTorch, eps is added inside the maximum; the paper has none.
 */
public record TorchAdamax(
        @Setting(initial = 2e-3) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta1,
        @Setting(initial = 0.999, most = 1, below = true) double beta2,
        @Setting(initial = 1e-8) double eps,
        @Setting double weightDecay,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Bounding(this, dimension);
    }

    private static final class Bounding extends State {

        private final double beta2;
        private final double eps;
        private final Moments moments;

        Bounding(TorchAdamax settings, int dimension) {
            super(settings, dimension);
            this.beta2 = settings.beta2;
            this.eps = settings.eps;
            this.moments = new Moments(dimension, settings.beta1, settings.beta2, settings.weightDecay, false);
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            moments.next();
            double correction1 = moments.correction1();
            double[] u = moments.s;
            for (int i = 0; i < x.length; i++) {
                double d = moments.decay(lr, x, g, i);
                moments.first(i, d);
                u[i] = Math.max(beta2 * u[i], Math.abs(d) + eps);
                rate[i] = over(lr, u[i]);
                x[i] -= rate[i] * (moments.v[i] / correction1);
            }
        }

        @Override
        protected void settle(State other) {
            moments.settle(((Bounding) other).moments, t());
        }

        @Override
        public List<double[]> numbers() {
            return moments.numbers();
        }

        @Override
        public List<Memory> memories() {
            return List.of(new Memory("v", moments.v), new Memory("u", moments.s));
        }
    }
}
