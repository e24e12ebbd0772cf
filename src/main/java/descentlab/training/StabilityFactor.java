package descentlab.training;

import descentlab.optimizer.Adadelta;
import descentlab.optimizer.Adagrad;
import descentlab.optimizer.Adam;
import descentlab.optimizer.Counter;
import descentlab.optimizer.Momentum;
import descentlab.optimizer.Nesterov;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.RmsProp;
import descentlab.optimizer.Sgd;
import descentlab.optimizer.TorchAdagrad;
import descentlab.optimizer.TorchAdam;
import descentlab.optimizer.TorchAdamW;
import descentlab.optimizer.TorchRmsProp;
import descentlab.optimizer.TorchSgd;
import descentlab.optimizer.Yogi;
import java.util.Optional;

/**
 * What an optimizer's rate times the largest eigenvalue lambda of the curvature it meets must stay below, or its steps grow
 * along that eigenvector:
 *
 * <ul>
 *   <li>gradient descent: 2; momentum beta: 2(1 + beta); Nesterov as in PyTorch: 2(1 + beta)/(1 + 2 beta);
 *   <li>where each coordinate i has a rate r_i of its own (Adagrad, RMSProp, Adadelta, a counter): 2, with lambda that of
 *       R^1/2 H R^1/2, which stands for rate times lambda. With r_i = lr / P_i that is 2/lr for P^-1/2 H P^-1/2;
 *   <li>Adam, whose average v takes in (1 - beta1) g: 2(1 + beta1)/(1 - beta1), 38 at 0.9 (Cohen et al., Adaptive gradient
 *       methods at the edge of stability, arXiv 2207.14484), with rates over 1 - beta1^t, as v is corrected by that.
 * </ul>
 *
 * <p>The rates are taken as if they stayed as they are.
 *
 * @param factor what rate times lambda must stay below
 * @param formula the bound on lr as a formula in plain text, with %s for lambda; empty where coordinates have their own rates
 * @param weightDecay adds to every eigenvalue
 * @param momentum beta1 where the average of gradients is corrected for its start, else 0
 */
record StabilityFactor(double factor, String formula, double weightDecay, double momentum) {

    /** The factor of an optimizer, if it has one of the update rules above. */
    static Optional<StabilityFactor> of(Optimizer optimizer) {
        return switch (optimizer) {
            case Sgd sgd -> uniform(2, "2/%s", 0);
            case Momentum momentum -> uniform(2 * (1 + momentum.beta()), "2(1 + beta)/%s", 0);
            case Nesterov nesterov -> uniform(
                    2 * (1 + nesterov.beta()) / (1 + 2 * nesterov.beta()), "2(1 + beta)/((1 + 2 beta) %s)", 0);
            case TorchSgd torch -> torch(torch);
            case Counter counter -> own(2, 0, 0);
            case Adagrad adagrad -> own(2, 0, 0);
            case RmsProp rmsProp -> own(2, 0, 0);
            case Adadelta adadelta -> own(2, 0, 0);
            case TorchAdagrad torch -> own(2, torch.weightDecay(), 0);
            case TorchRmsProp torch -> own(2 * (1 + torch.momentum()), torch.weightDecay(), 0);
            case Adam adam -> averaged(adam.beta1(), 0);
            case Yogi yogi -> averaged(yogi.beta1(), 0);
            case TorchAdam torch -> averaged(torch.beta1(), torch.weightDecay());
            case TorchAdamW torch -> averaged(torch.beta1(), 0);
            default -> Optional.empty();
        };
    }

    private static Optional<StabilityFactor> torch(TorchSgd torch) {
        double beta = torch.momentum();
        if (beta == 0) {
            return uniform(2, "2/%s", torch.weightDecay());
        }
        if (torch.nesterov()) {
            return uniform(
                    2 * (1 + beta) / (1 + 2 * beta), "2(1 + momentum)/((1 + 2 momentum) %s)", torch.weightDecay());
        }
        if (torch.dampening() == 0) {
            return uniform(2 * (1 + beta), "2(1 + momentum)/%s", torch.weightDecay());
        }
        return torch.dampening() == 1
                ? Optional.empty()
                : uniform(
                        2 * (1 + beta) / (1 - torch.dampening()),
                        "2(1 + momentum)/((1 - dampening) %s)",
                        torch.weightDecay());
    }

    private static Optional<StabilityFactor> uniform(double factor, String formula, double weightDecay) {
        return Optional.of(new StabilityFactor(factor, formula, weightDecay, 0));
    }

    private static Optional<StabilityFactor> own(double factor, double weightDecay, double momentum) {
        return Optional.of(new StabilityFactor(factor, "", weightDecay, momentum));
    }

    private static Optional<StabilityFactor> averaged(double beta1, double weightDecay) {
        return own(2 * (1 + beta1) / (1 - beta1), weightDecay, beta1);
    }

    /** Whether all coordinates have one rate, so that the eigenvalues are those of the Hessian itself. */
    boolean uniform() {
        return !formula.isEmpty();
    }

    /** What the rates of step t are to be multiplied by. */
    double correction(long t) {
        return momentum == 0 ? 1 : 1 / (1 - Math.pow(momentum, t));
    }
}
