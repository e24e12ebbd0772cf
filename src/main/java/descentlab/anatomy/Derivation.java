package descentlab.anatomy;

import descentlab.optimizer.Adadelta;
import descentlab.optimizer.Adagrad;
import descentlab.optimizer.Adam;
import descentlab.optimizer.Counter;
import descentlab.optimizer.Diagonal;
import descentlab.optimizer.Momentum;
import descentlab.optimizer.Nesterov;
import descentlab.optimizer.Newton;
import descentlab.optimizer.RmsProp;
import descentlab.optimizer.RuleOptimizer;
import descentlab.optimizer.Sgd;
import descentlab.optimizer.TorchAdadelta;
import descentlab.optimizer.TorchAdagrad;
import descentlab.optimizer.TorchAdam;
import descentlab.optimizer.TorchAdamW;
import descentlab.optimizer.TorchAdamax;
import descentlab.optimizer.TorchNAdam;
import descentlab.optimizer.TorchRAdam;
import descentlab.optimizer.TorchRmsProp;
import descentlab.optimizer.TorchSgd;
import descentlab.optimizer.Yogi;
import descentlab.training.StepTaken;

/**
 * How a step was computed, line by line, from the gradient and what was remembered: the optimizer's arithmetic in its
 * order, so that every line has the value that the optimizer had there, to the last bit.
 */
final class Derivation {

    private static final String ETA = "\\eta";
    private static final String GAMMA = "\\gamma";

    private Derivation() {}

    static Working of(StepTaken step) {
        Working working = new Working(step);
        switch (step.optimizer()) {
            case Sgd sgd -> MomentumLines.plain(working);
            case Momentum o -> MomentumLines.momentum(working, ETA, "\\beta", o.beta(), 0, false, 0);
            case Nesterov o -> MomentumLines.momentum(working, ETA, "\\beta", o.beta(), 0, true, 0);
            case TorchSgd o -> MomentumLines.momentum(
                    working, GAMMA, "\\mu", o.momentum(), o.dampening(), o.nesterov(), o.weightDecay());
            case Counter o -> DividingLines.counter(working, o);
            case Adagrad o -> DividingLines.adagrad(working, o);
            case RmsProp o -> DividingLines.rmsProp(working, o);
            case Adadelta o -> DividingLines.adadelta(working, ETA, o.rho(), o.eps(), 0);
            case TorchAdadelta o -> DividingLines.adadelta(working, GAMMA, o.rho(), o.eps(), o.weightDecay());
            case TorchAdagrad o -> DividingLines.torchAdagrad(working, o);
            case TorchRmsProp o -> DividingLines.torchRmsProp(working, o);
            case Adam o -> MomentLines.adam(
                    working, ETA, o.beta1(), o.beta2(), o.eps(), 0, false, MomentLines.Second.AVERAGE);
            case Yogi o -> MomentLines.adam(
                    working, ETA, o.beta1(), o.beta2(), o.eps(), 0, false, MomentLines.Second.YOGI);
            case TorchAdam o -> MomentLines.adam(
                    working, GAMMA, o.beta1(), o.beta2(), o.eps(), o.weightDecay(), false, second(o.amsgrad()));
            case TorchAdamW o -> MomentLines.adam(
                    working, GAMMA, o.beta1(), o.beta2(), o.eps(), o.weightDecay(), true, second(o.amsgrad()));
            case TorchAdamax o -> MomentLines.adamax(working, o);
            case TorchNAdam o -> MomentLines.nadam(working, o);
            case TorchRAdam o -> MomentLines.radam(working, o);
            case Newton newton -> CurvatureLines.newton(working);
            case Diagonal diagonal -> CurvatureLines.diagonal(working);
            case RuleOptimizer o -> RuleLines.follow(working, o);
            default -> throw new IllegalArgumentException("no derivation of " + step.optimizer().getClass());
        }
        return working;
    }

    private static MomentLines.Second second(boolean amsgrad) {
        return amsgrad ? MomentLines.Second.LARGEST : MomentLines.Second.AVERAGE;
    }
}
