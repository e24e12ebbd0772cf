package descentlab.anatomy;

import descentlab.anatomy.Term.Role;

/** Gradient descent, with momentum or without. */
final class MomentumLines {

    private MomentumLines() {}

    /** x -= eta g. */
    static void plain(Working working) {
        Quantity eta = working.rate("\\eta");
        working.ends(working.x, eta.times(working.g).negative());
    }

    /** Momentum as torch.optim.SGD has it, of which the textbook's is the case without dampening. */
    static void momentum(
            Working working, String lr, String betaSymbol, double beta, double dampening, boolean nesterov, double weightDecay) {
        Quantity eta = working.rate(lr);
        Quantity d = working.decayed(weightDecay);
        if (beta == 0) {
            working.ends(working.x, eta.times(d).negative());
            return;
        }
        Quantity mu = Quantity.named(betaSymbol, beta);
        boolean damped = working.step.t() > 1 && dampening != 0;
        Quantity gained = damped ? Quantity.number(1).minus(Quantity.named("\\tau", dampening)).times(d) : d;
        Quantity v = working.renew("v", "sum of past gradients", mu.times(working.remembered("v")).plus(gained));
        Quantity direction = nesterov
                ? working.let(Role.DIRECTION, "u", "direction, looking ahead", d.plus(mu.times(v)))
                : v;
        Quantity none = Quantity.number(0);
        working.flows(beta, "v", v, nesterov ? eta.times(mu).negative() : eta.negative(),
                nesterov ? eta.times(d).negative() : none);
        working.ends(working.x, eta.times(direction).negative());
    }
}
