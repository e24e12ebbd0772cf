package descentlab.optimizer;

import java.util.List;

/**
 * Adagrad (Duchi, Hazan and Singer, JMLR 12, 2011) with a decay that can be softened:
 * s = memory s + g^2; x -= lr g / (s + eps)^power, from s = 0.
 *
 * <p>power 1/2 and memory 1 are Adagrad. A smaller power decays the rate more slowly; a memory under 1 forgets old
 * gradients, as RMSProp does, but without its factor 1 - gamma. eps stands inside the power.
 */
public record Adagrad(
        @Setting(initial = 0.1) double lr,
        @Setting(initial = 1e-6) double eps,
        @Setting(initial = 0.5, most = 2) double power,
        @Setting(initial = 1, most = 1) double memory,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Accumulating(this, dimension);
    }

    private static final class Accumulating extends State {

        private final double eps;
        private final double power;
        private final double memory;
        private final double[] s;

        Accumulating(Adagrad settings, int dimension) {
            super(settings, dimension);
            this.eps = settings.eps;
            this.power = settings.power;
            this.memory = settings.memory;
            this.s = new double[dimension];
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) {
                s[i] = memory * s[i] + g[i] * g[i];
                double base = s[i] + eps;
                rate[i] = over(lr, power == 0.5 ? Math.sqrt(base) : StrictMath.pow(base, power));
                x[i] -= rate[i] * g[i];
            }
        }

        @Override
        public List<Memory> memories() {
            return List.of(new Memory("s", s));
        }
    }
}
