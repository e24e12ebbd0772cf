package descentlab.optimizer;

import java.util.List;

/**
 * torch.optim.RAdam (Liu, Jiang, He, Chen, Liu, Gao and Han, ICLR 2020): Adam with its rate rectified while s has
 * seen few gradients. d = g + weight_decay x; v, s and v^ as in Adam; rho_inf = 2 / (1 - beta2) - 1;
 * rho = rho_inf - 2 t beta2^t / (1 - beta2^t). If rho &gt; 5,
 * x -= lr v^ sqrt(1 - beta2^t) / (sqrt(s) + eps) sqrt((rho - 4)(rho - 2) rho_inf / ((rho_inf - 4)(rho_inf - 2) rho)),
 * else x -= lr v^.
 *
 * <p>With decoupled_weight_decay d is g, and x *= 1 - lr weight_decay beforehand. As in PyTorch, eps is added before
 * the correction of s, and the bound on rho is 5 where the paper has 4. The rate reported is the factor on v^.
 */
public record TorchRAdam(
        @Setting(initial = 1e-3) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta1,
        @Setting(initial = 0.999, most = 1, below = true) double beta2,
        @Setting(initial = 1e-8) double eps,
        @Setting double weightDecay,
        @Setting boolean decoupledWeightDecay,
        Schedule schedule)
        implements Optimizer {

    private static final double TRUSTED = 5;

    @Override
    public State start(int dimension, Hessian hessian) {
        return new Rectifying(this, dimension);
    }

    private static final class Rectifying extends State {

        private final double eps;
        private final double longest;
        private final Moments moments;

        Rectifying(TorchRAdam settings, int dimension) {
            super(settings, dimension);
            this.eps = settings.eps;
            this.longest = 2 / (1 - settings.beta2) - 1;
            this.moments = new Moments(
                    dimension,
                    settings.beta1,
                    settings.beta2,
                    settings.weightDecay,
                    settings.decoupledWeightDecay);
        }

        @Override
        protected void step(double lr, double[] x, double[] g) {
            moments.next();
            double correction1 = moments.correction1();
            double correction2 = moments.correction2();
            double length = longest - 2 * t() * moments.power2() / correction2;
            boolean trusted = length > TRUSTED;
            double rectified = lr * Math.sqrt(correction2 * (length - 4) * (length - 2) * longest
                    / ((longest - 4) * (longest - 2) * length));
            for (int i = 0; i < x.length; i++) {
                double d = moments.decay(lr, x, g, i);
                moments.first(i, d);
                moments.second(i, d);
                rate[i] = trusted ? over(rectified, Math.sqrt(moments.s[i]) + eps) : lr;
                x[i] -= rate[i] * (moments.v[i] / correction1);
            }
        }

        @Override
        protected void settle(State other) {
            moments.settle(((Rectifying) other).moments, t());
        }

        @Override
        public List<double[]> numbers() {
            return moments.numbers();
        }

        @Override
        public List<Memory> memories() {
            return List.of(new Memory("v", moments.v), new Memory("s", moments.s));
        }
    }
}
