package descentlab.optimizer;

import java.util.ArrayList;
import java.util.List;

/**
 * torch.optim.RMSprop: d = g + weight_decay x; s = alpha s + (1 - alpha) d^2; if centered (Graves, arXiv 1308.0850)
 * a = alpha a + (1 - alpha) d and r = sqrt(s - a^2), else r = sqrt(s); u = d / (r + eps);
 * with momentum v = momentum v + u and x -= lr v, else x -= lr u. s, a and v start at 0.
 *
 * <p>Deviation: s - a^2, a variance, may come out a rounding error below 0 on a constant gradient. PyTorch then has
 * NaN; here it counts as 0.
 */
public record TorchRmsProp(
        @Setting(initial = 0.01) double lr,
        @Setting(initial = 0.99, most = 1) double alpha,
        @Setting(initial = 1e-8) double eps,
        @Setting double weightDecay,
        @Setting double momentum,
        @Setting boolean centered,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Averaging(this, dimension);
    }

    private static final class Averaging extends State {

        private final TorchRmsProp settings;
        private final double[] s;
        private final double[] a;
        private final double[] v;

        Averaging(TorchRmsProp settings, int dimension) {
            super(settings, dimension);
            this.settings = settings;
            this.s = new double[dimension];
            this.a = settings.centered ? new double[dimension] : null;
            this.v = settings.momentum > 0 ? new double[dimension] : null;
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            double alpha = settings.alpha;
            for (int i = 0; i < x.length; i++) {
                double d = g[i] + settings.weightDecay * x[i];
                s[i] = alpha * s[i] + (1 - alpha) * d * d;
                double power = s[i];
                if (a != null) {
                    a[i] = alpha * a[i] + (1 - alpha) * d;
                    power = Math.max(0, power - a[i] * a[i]);
                }
                double root = Math.sqrt(power) + settings.eps;
                rate[i] = over(lr, root);
                if (v == null) {
                    x[i] -= rate[i] * d;
                } else {
                    v[i] = settings.momentum * v[i] + over(d, root);
                    x[i] -= lr * v[i];
                }
            }
        }

        @Override
        public List<Memory> memories() {
            List<Memory> memories = new ArrayList<>(List.of(new Memory("s", s)));
            if (a != null) {
                memories.add(new Memory("a", a));
            }
            if (v != null) {
                memories.add(new Memory("v", v));
            }
            return memories;
        }
    }
}
