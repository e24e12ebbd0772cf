package descentlab.optimizer;

import java.util.List;

/**
 * torch.optim.NAdam (Dozat, ICLR workshop 2016): Adam with Nesterov's look-ahead. d = g + weight_decay x; v and s as
 * in Adam; mu_t = beta1 (1 - 0.96^(t momentum_decay) / 2); p_t = mu_1 ... mu_t; s^ = s / (1 - beta2^t);
 * x -= lr ((1 - mu_t) / (1 - p_t) d + mu_(t+1) / (1 - p_(t+1)) v) / (sqrt(s^) + eps).
 *
 * <p>With decoupled_weight_decay d is g, and x *= 1 - lr weight_decay beforehand. The rate reported is
 * lr / (sqrt(s^) + eps).
 */
public record TorchNAdam(
        @Setting(initial = 2e-3) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta1,
        @Setting(initial = 0.999, most = 1, below = true) double beta2,
        @Setting(initial = 1e-8) double eps,
        @Setting double weightDecay,
        @Setting(initial = 4e-3) double momentumDecay,
        @Setting boolean decoupledWeightDecay,
        Schedule schedule)
        implements Optimizer {

    private static final double BASE = 0.96;

    @Override
    public State start(int dimension, Hessian hessian) {
        return new LookingAhead(this, dimension);
    }

    private static final class LookingAhead extends State {

        private final TorchNAdam settings;
        private final Moments moments;

        /** The product of mu so far, and mu of the step after this one. */
        private final double[] products = {1, 0};

        LookingAhead(TorchNAdam settings, int dimension) {
            super(settings, dimension);
            this.settings = settings;
            this.moments = new Moments(
                    dimension,
                    settings.beta1,
                    settings.beta2,
                    settings.weightDecay,
                    settings.decoupledWeightDecay);
        }

        private double mu(long t) {
            return settings.beta1 * (1 - 0.5 * StrictMath.pow(BASE, t * settings.momentumDecay));
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            moments.next();
            double mu = t() == 1 ? mu(1) : products[1];
            double ahead = mu(t() + 1);
            products[1] = ahead;
            products[0] *= mu;
            double product = products[0];
            double now = (1 - mu) / (1 - product);
            double later = ahead / (1 - product * ahead);
            double correction2 = moments.correction2();
            for (int i = 0; i < x.length; i++) {
                double d = moments.decay(lr, x, g, i);
                moments.first(i, d);
                moments.second(i, d);
                rate[i] = over(lr, Math.sqrt(moments.s[i] / correction2) + settings.eps);
                x[i] -= rate[i] * (now * d + later * moments.v[i]);
            }
        }

        @Override
        protected void settle(State other) {
            moments.settle(((LookingAhead) other).moments, t());
            products[1] = mu(t() + 1);
        }

        @Override
        public List<double[]> numbers() {
            return List.of(products, moments.numbers().getFirst());
        }

        @Override
        public List<Memory> memories() {
            return List.of(new Memory("v", moments.v), new Memory("s", moments.s));
        }
    }
}
