package descentlab.anatomy;

import descentlab.anatomy.Term.Role;
import descentlab.optimizer.TorchAdamax;
import descentlab.optimizer.TorchNAdam;
import descentlab.optimizer.TorchRAdam;

/** Adam and those that follow it. */
final class MomentLines {

    /** What is made of the squared gradients. */
    enum Second {
        AVERAGE,
        LARGEST,
        YOGI
    }

    private static final Quantity ONE = Quantity.number(1);
    private static final Quantity NONE = Quantity.number(0);
    private static final double TRUSTED = 5;

    private final Working working;
    private final Quantity beta1;
    private final Quantity beta2;
    private final Quantity lr;
    /** Where x is after decoupled weight decay. */
    private final Quantity from;
    private final Quantity d;
    private final Quantity v;
    /** What v is divided by in the step. */
    private Quantity first = ONE;

    private MomentLines(
            Working working, String lr, double beta1, double beta2, double weightDecay, boolean decoupled) {
        this.working = working;
        this.beta1 = Quantity.named("\\beta_1", beta1);
        this.beta2 = Quantity.named("\\beta_2", beta2);
        this.lr = working.rate(lr);
        this.from = decoupled ? working.shrunk(this.lr, weightDecay) : working.x;
        this.d = decoupled ? working.g : working.decayed(weightDecay);
        this.v = working.renew("v", "average of gradients", this.beta1
                .times(working.remembered("v"))
                .plus(ONE.minus(this.beta1).times(d)));
    }

    static void adam(Working working, String lr, double beta1, double beta2, double eps, double weightDecay,
            boolean decoupled, Second second) {
        MomentLines lines = new MomentLines(working, lr, beta1, beta2, weightDecay, decoupled);
        Quantity s = second == Second.YOGI ? lines.yogi() : lines.second();
        if (second == Second.LARGEST) {
            s = working.renew("s_{\\max}", "largest average so far", working.remembered("smax", "s_{\\max}").larger(s));
        }
        Quantity first = lines.corrected();
        Quantity hat = lines.unbiased(s);
        Quantity root = lines.divisor(hat.root().plus(Quantity.named("\\epsilon", eps)));
        lines.ends(lines.rate(lines.lr.overOrZero(root)), first);
    }

    static void adamax(Working working, TorchAdamax settings) {
        MomentLines lines = new MomentLines(
                working, "\\gamma", settings.beta1(), settings.beta2(), settings.weightDecay(), false);
        Quantity u = working.renew("u", "largest gradient, fading", lines.beta2
                .times(working.remembered("u"))
                .larger(lines.d.size().plus(Quantity.named("\\epsilon", settings.eps()))));
        Quantity first = lines.corrected();
        lines.ends(lines.rate(lines.lr.overOrZero(u)), first);
    }

    static void nadam(Working working, TorchNAdam settings) {
        MomentLines lines = new MomentLines(working, "\\gamma", settings.beta1(), settings.beta2(),
                settings.weightDecay(), settings.decoupledWeightDecay());
        Quantity s = lines.second();
        Quantity mu = working.let(Role.CORRECTION, "\\mu_t", "momentum of this step", lines.mu(0, settings));
        Quantity ahead = working.let(Role.CORRECTION, "\\mu_{t+1}", "momentum of the next step", lines.mu(1, settings));
        Quantity product = working.let(Role.CORRECTION, "P_t", "product of the momenta",
                Quantity.named("P_{t-1}", working.step.before().numbers().getFirst()[0]).times(mu));
        Quantity hat = lines.unbiased(s);
        Quantity root = lines.divisor(hat.root().plus(Quantity.named("\\epsilon", settings.eps())));
        Quantity rate = lines.rate(lines.lr.overOrZero(root));
        Quantity now = ONE.minus(mu).over(ONE.minus(product));
        Quantity later = ahead.over(ONE.minus(product.times(ahead)));
        Quantity direction = working.let(
                Role.DIRECTION, "u", "direction, looking ahead", now.times(lines.d).plus(later.times(lines.v)));
        working.flows(settings.beta1(), "v", lines.v, rate.times(later).negative(), rate.times(now.times(lines.d)).negative());
        working.ends(lines.from, rate.times(direction).negative());
    }

    static void radam(Working working, TorchRAdam settings) {
        MomentLines lines = new MomentLines(working, "\\gamma", settings.beta1(), settings.beta2(),
                settings.weightDecay(), settings.decoupledWeightDecay());
        Quantity s = lines.second();
        Quantity first = lines.corrected();
        double power = working.step.after().numbers().getFirst()[1];
        Quantity correction = lines.correction(2, power);
        Quantity longest = working.let(Role.CORRECTION, "\\rho_\\infty", "longest memory",
                Quantity.number(2).over(ONE.minus(lines.beta2)).minus(ONE));
        Quantity length = working.let(Role.CORRECTION, "\\rho_t", "memory so far", longest.minus(Quantity.number(2)
                .times(Quantity.named("t", working.step.t()))
                .times(Quantity.named("\\beta_2^t", power))
                .over(correction)));
        if (!(length.value(0) > TRUSTED)) {
            lines.ends(lines.rate(lines.lr), first);
            return;
        }
        Quantity four = Quantity.number(4);
        Quantity two = Quantity.number(2);
        Quantity rectified = working.let(Role.CORRECTION, "R", "learning rate, rectified", lines.lr.times(correction
                .times(length.minus(four))
                .times(length.minus(two))
                .times(longest)
                .over(longest.minus(four).times(longest.minus(two)).times(length))
                .root()));
        Quantity root = lines.divisor(s.root().plus(Quantity.named("\\epsilon", settings.eps())));
        lines.ends(lines.rate(rectified.overOrZero(root)), first);
    }

    private Quantity second() {
        return working.renew("s", "average of squared gradients",
                beta2.times(working.remembered("s")).plus(ONE.minus(beta2).timesSquareOf(d)));
    }

    private Quantity yogi() {
        Quantity before = working.remembered("s");
        Quantity sign = d.square().minus(before).sign();
        return working.renew("s", "careful average of squared gradients",
                before.plus(ONE.minus(beta2).times(sign).timesSquareOf(d)));
    }

    private Quantity corrected() {
        Quantity correction = correction(1, working.step.after().numbers().getFirst()[0]);
        Quantity hat = working.let(Role.DIRECTION, "\\hat v", "average of gradients, made up for its start at 0", v.over(correction));
        first = correction;
        return hat;
    }

    private Quantity unbiased(Quantity s) {
        Quantity correction = correction(2, powerOfBeta2());
        return working.let(Role.CORRECTION, "\\hat s", "average of squares, made up for its start at 0", s.over(correction));
    }

    private double powerOfBeta2() {
        return working.step.after().numbers().getLast()[1];
    }

    private Quantity correction(int which, double power) {
        return working.let(Role.CORRECTION, "c_" + which, "share of gradients so far in the average",
                ONE.minus(Quantity.named("\\beta_" + which + "^t", power)));
    }

    private Quantity mu(int later, TorchNAdam settings) {
        Quantity clock = Quantity.named(later == 0 ? "t" : "(t+1)", working.step.t() + later);
        return beta1.times(ONE.minus(Quantity.number(0.5)
                .times(Quantity.number(0.96).to(clock.times(Quantity.named("\\psi", settings.momentumDecay()))))));
    }

    private Quantity divisor(Quantity formula) {
        return working.let(Role.DIVISOR, "r", "what the rate is divided by", formula);
    }

    private Quantity rate(Quantity formula) {
        return working.let(Role.RATE, "\\alpha_i", "rate of the coordinate", formula);
    }

    private void ends(Quantity rate, Quantity direction) {
        working.flows(beta1.value(0), "v", v, rate.over(first).negative(), NONE);
        working.ends(from, rate.times(direction).negative());
    }
}
