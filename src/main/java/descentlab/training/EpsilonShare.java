package descentlab.training;

import descentlab.optimizer.Adagrad;
import descentlab.optimizer.Adam;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.RmsProp;
import descentlab.optimizer.TorchAdagrad;
import descentlab.optimizer.TorchAdam;
import descentlab.optimizer.TorchAdamW;
import descentlab.optimizer.TorchRmsProp;
import descentlab.optimizer.Yogi;

/**
 * Where eps decides a learning rate, and not the gradients: where s &lt; 10 eps, eps then being more than an eleventh of what
 * is divided by. Where eps stands outside the root, as in PyTorch and in Adam, that is sqrt(s) &lt; 10 eps.
 *
 * <p>It is read off the rate itself, which falls as s grows: lr / (s + eps)^power at s = 10 eps is lr / (11 eps)^power.
 */
final class EpsilonShare {

    private static final double ELEVEN = 11;

    private EpsilonShare() {}

    /**
     * The effective rate above which eps decides; infinite where an optimizer has no eps, or where it is not known.
     *
     * @param t steps that it has taken, at least 1
     */
    static double decidesAbove(Optimizer optimizer, long t) {
        double lr = optimizer.schedule().rate(optimizer.lr(), t);
        return switch (optimizer) {
            case Adagrad adagrad -> over(lr, adagrad.eps(), adagrad.power());
            case RmsProp rmsProp -> over(lr, rmsProp.eps(), 0.5);
            case TorchAdagrad torch -> over(lr / (1 + (t - 1) * torch.lrDecay()), torch.eps(), 1);
            case TorchRmsProp torch -> over(lr, torch.eps(), 1);
            case Adam adam -> over(lr, adam.eps(), 1);
            case Yogi yogi -> over(lr, yogi.eps(), 1);
            case TorchAdam torch -> over(lr, torch.eps(), 1);
            case TorchAdamW torch -> over(lr, torch.eps(), 1);
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static double over(double lr, double eps, double power) {
        return eps == 0 ? Double.POSITIVE_INFINITY : lr / Math.pow(ELEVEN * eps, power);
    }
}
