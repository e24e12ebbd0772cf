package descentlab.optimizer;

import java.util.List;

/**
 * Gradient descent with a clock per coordinate: n_i += 1 where g_i is not zero; x_i -= lr / sqrt(n_i + c) g_i,
 * from n = 0.
 *
 * <p>The crude repair for rare features with which the chapter leads to Adagrad: a coordinate's rate decays with the
 * number of times that coordinate was seen, not with the number of steps. n_i counts the current gradient too, so
 * that on dense gradients this is {@code sgd} with the schedule {@code invsqrt(c)}, bit for bit.
 */
public record Counter(
        @Setting(initial = 0.1) double lr,
        @Setting(initial = 1, most = 1e12) double c,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Counting(this, dimension);
    }

    private static final class Counting extends State {

        private final double c;
        private final double[] n;

        Counting(Counter settings, int dimension) {
            super(settings, dimension);
            this.c = settings.c;
            this.n = new double[dimension];
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) {
                if (g[i] != 0) {
                    n[i]++;
                }
                double count = n[i] + c;
                rate[i] = count == 0 ? 0 : lr / Math.sqrt(count);
                x[i] -= rate[i] * g[i];
            }
        }

        @Override
        public List<Memory> memories() {
            return List.of(new Memory("n", n));
        }
    }
}
