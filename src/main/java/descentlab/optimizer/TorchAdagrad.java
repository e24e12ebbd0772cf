package descentlab.optimizer;

import java.util.Arrays;
import java.util.List;

/**
 * torch.optim.Adagrad: d = g + weight_decay x; s += d^2, from s = initial_accumulator_value;
 * x -= lr / (1 + (t-1) lr_decay) d / (sqrt(s) + eps). Unlike the textbook's, eps stands outside the root.
 */
public record TorchAdagrad(
        @Setting(initial = 0.01) double lr,
        @Setting double lrDecay,
        @Setting double weightDecay,
        @Setting double initialAccumulatorValue,
        @Setting(initial = 1e-10) double eps,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Accumulating(this, dimension);
    }

    private static final class Accumulating extends State {

        private final TorchAdagrad settings;
        private final double[] s;

        Accumulating(TorchAdagrad settings, int dimension) {
            super(settings, dimension);
            this.settings = settings;
            this.s = new double[dimension];
            Arrays.fill(s, settings.initialAccumulatorValue);
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            double decayed = lr / (1 + (t() - 1) * settings.lrDecay);
            for (int i = 0; i < x.length; i++) {
                double d = g[i] + settings.weightDecay * x[i];
                s[i] += d * d;
                rate[i] = over(decayed, Math.sqrt(s[i]) + settings.eps);
                x[i] -= rate[i] * d;
            }
        }

        @Override
        public List<Memory> memories() {
            return List.of(new Memory("s", s));
        }
    }
}
