package descentlab.anatomy;

import descentlab.anatomy.Term.Role;
import descentlab.optimizer.Adagrad;
import descentlab.optimizer.Counter;
import descentlab.optimizer.RmsProp;
import descentlab.optimizer.TorchAdagrad;
import descentlab.optimizer.TorchRmsProp;

/** Those that divide each coordinate's rate by what its gradients have been. */
final class DividingLines {

    private static final Quantity ONE = Quantity.number(1);
    private static final String SUM = "sum of squared gradients";
    private static final String AVERAGE = "average of squared gradients";

    private DividingLines() {}

    static void counter(Working working, Counter settings) {
        Quantity eta = working.rate("\\eta");
        Quantity n = working.renew("n", "how often the gradient was not 0",
                working.remembered("n").plus(working.g.isNotZero()));
        Quantity root = divisor(working, n.plus(Quantity.named("c", settings.c())).root());
        scaled(working, working.g, eta, root);
    }

    static void adagrad(Working working, Adagrad settings) {
        Quantity eta = working.rate("\\eta");
        Quantity before = working.remembered("s");
        Quantity kept = settings.memory() == 1 ? before : Quantity.named("m", settings.memory()).times(before);
        Quantity s = working.renew("s", SUM, kept.plus(working.g.square()));
        Quantity base = s.plus(Quantity.named("\\epsilon", settings.eps()));
        Quantity root = divisor(working,
                settings.power() == 0.5 ? base.root() : base.to(Quantity.named("p", settings.power())));
        scaled(working, working.g, eta, root);
    }

    static void rmsProp(Working working, RmsProp settings) {
        Quantity eta = working.rate("\\eta");
        Quantity s = average(working, "s", AVERAGE, Quantity.named("\\gamma", settings.gamma()), working.g, true);
        scaled(working, working.g, eta,
                divisor(working, s.plus(Quantity.named("\\epsilon", settings.eps())).root()));
    }

    static void adadelta(Working working, String lr, double rho, double eps, double weightDecay) {
        Quantity eta = working.rate(lr);
        Quantity gradient = working.decayed(weightDecay);
        Quantity r = Quantity.named("\\rho", rho);
        Quantity epsilon = Quantity.named("\\epsilon", eps);
        Quantity s = average(working, "s", AVERAGE, r, gradient, true);
        Quantity ratio = working.let(Role.RATE, "q", "ratio of past steps to past gradients", working.remembered("d", "D")
                .plus(epsilon)
                .root()
                .overOrZero(s.plus(epsilon).root()));
        Quantity u = working.let(Role.DIRECTION, "u", "gradient, rescaled", ratio.times(gradient));
        working.renew("D", "average of squared steps",
                r.times(working.remembered("d", "D")).plus(ONE.minus(r).timesSquareOf(u)));
        working.ends(working.x, eta.times(u).negative());
    }

    static void torchAdagrad(Working working, TorchAdagrad settings) {
        Quantity lr = working.rate("\\gamma");
        Quantity decayed = settings.lrDecay() == 0
                ? lr
                : working.let(Role.SCHEDULE, "\\tilde\\gamma", "learning rate, decayed", lr.over(ONE.plus(Quantity.named("t", working.step.t())
                        .minus(ONE)
                        .times(Quantity.named("\\eta_d", settings.lrDecay())))));
        Quantity d = working.decayed(settings.weightDecay());
        Quantity s = working.renew("s", SUM, working.remembered("s").plus(d.square()));
        scaled(working, d, decayed, divisor(working, s.root().plus(Quantity.named("\\epsilon", settings.eps()))));
    }

    static void torchRmsProp(Working working, TorchRmsProp settings) {
        Quantity lr = working.rate("\\gamma");
        Quantity d = working.decayed(settings.weightDecay());
        Quantity alpha = Quantity.named("\\alpha", settings.alpha());
        Quantity s = average(working, "s", AVERAGE, alpha, d, true);
        Quantity power = s;
        if (settings.centered()) {
            Quantity a = average(working, "a", "average of gradients", alpha, d, false);
            power = working.let(Role.DIVISOR, "w", "variance of gradients", Quantity.number(0).larger(s.minus(a.square())));
        }
        Quantity root = divisor(working, power.root().plus(Quantity.named("\\epsilon", settings.eps())));
        if (settings.momentum() == 0) {
            scaled(working, d, lr, root);
            return;
        }
        Quantity v = working.renew("v", "sum of past rescaled gradients", Quantity.named("\\mu", settings.momentum())
                .times(working.remembered("v"))
                .plus(d.overOrZero(root)));
        working.flows(settings.momentum(), "v", v, lr.negative(), Quantity.number(0));
        working.ends(working.x, lr.times(v).negative());
    }

    private static Quantity average(
            Working working, String symbol, String meaning, Quantity keep, Quantity gradient, boolean squared) {
        Quantity share = ONE.minus(keep);
        return working.renew(symbol, meaning, keep.times(working.remembered(symbol))
                .plus(squared ? share.timesSquareOf(gradient) : share.times(gradient)));
    }

    private static Quantity divisor(Working working, Quantity formula) {
        return working.let(Role.DIVISOR, "r", "what the rate is divided by", formula);
    }

    /** The rate over what divides it, and the gradient times that. */
    private static void scaled(Working working, Quantity gradient, Quantity lr, Quantity divisor) {
        Quantity rate = working.let(Role.RATE, "\\alpha_i", "rate of the coordinate", lr.overOrZero(divisor));
        working.ends(working.x, rate.times(gradient).negative());
    }
}
