package descentlab.optimizer;

import descentlab.notation.Decimal;
import descentlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The optimizers of the catalogue as rules, in the order of operations that they compute in, so that a rule takes the same
 * steps bit for bit. What a setting makes no difference to is left out; the settings are the rule's parameters. Newton's
 * and the diagonal method ask for second derivatives, which rules do not know.
 */
public final class RuleForms {

    /** What somebody begins with who writes a rule. */
    public static final RuleOptimizer EXAMPLE =
            (RuleOptimizer) OptimizerSpec.parse("rule(lr=0.4,do=param eps=1e-6;s=s+g^2;x=x-lr*g/sqrt(s+eps))");

    private final List<String> parts = new ArrayList<>();
    private final Optimizer optimizer;

    private RuleForms(Optimizer optimizer) {
        this.optimizer = optimizer;
    }

    /** An optimizer as a rule at the same rate; empty if it asks for second derivatives. A rule is one already. */
    public static Optional<RuleOptimizer> of(Optimizer optimizer) {
        if (optimizer instanceof RuleOptimizer own) {
            return Optional.of(own);
        }
        if (Optimizers.of(optimizer).secondOrder()) {
            return Optional.empty();
        }
        RuleForms rules = new RuleForms(optimizer);
        rules.write();
        Rule rule = Rule.parse(String.join(";", rules.parts));
        return Optional.of(new RuleOptimizer(
                rule,
                optimizer.lr(),
                rule.parameters().stream().map(Rule.Parameter::initial).toList(),
                false,
                optimizer.schedule()));
    }

    private void write() {
        switch (optimizer) {
            case Sgd sgd -> add("x=x-lr*g");
            case Momentum o -> momentum("beta", o.beta(), 0, false, 0);
            case Nesterov o -> momentum("beta", o.beta(), 0, true, 0);
            case TorchSgd o -> momentum("momentum", o.momentum(), o.dampening(), o.nesterov(), o.weightDecay());
            case Counter o -> param("c", o.c())
                    .add("n=n+(g!=0)", "x=x-" + over("lr", "sqrt(n+c)", o.c()) + "*g");
            case Adagrad o -> adagrad(o);
            case RmsProp o -> param("gamma", o.gamma()).param("eps", o.eps())
                    .add("s=gamma*s+(1-gamma)*g*g", "x=x-" + over("lr", "sqrt(s+eps)", o.eps()) + "*g");
            case Adadelta o -> adadelta(o.rho(), o.eps(), 0);
            case TorchAdadelta o -> adadelta(o.rho(), o.eps(), o.weightDecay());
            case Adam o -> adam(o.beta1(), o.beta2(), o.eps(), 0, false, "s");
            case Yogi o -> yogi(o);
            case TorchAdam o -> adam(o.beta1(), o.beta2(), o.eps(), o.weightDecay(), false, o.amsgrad() ? "smax" : "s");
            case TorchAdamW o -> adam(o.beta1(), o.beta2(), o.eps(), o.weightDecay(), true, o.amsgrad() ? "smax" : "s");
            case TorchAdagrad o -> torchAdagrad(o);
            case TorchRmsProp o -> torchRmsProp(o);
            case TorchAdamax o -> adamax(o);
            case TorchNAdam o -> nadam(o);
            case TorchRAdam o -> radam(o);
            default -> throw new IllegalArgumentException(optimizer.getClass() + " has no rule");
        }
    }

    private RuleForms add(String... lines) {
        parts.addAll(List.of(lines));
        return this;
    }

    private RuleForms param(String name, double value) {
        return add("param " + name + "=" + Decimal.write(value));
    }

    /** A quotient; where nothing keeps the divisor from being 0, 0 there. */
    private static String over(String dividend, String divisor, double guard) {
        return guard > 0
                ? dividend + "/(" + divisor + ")"
                : "where(" + divisor + "==0,0," + dividend + "/(" + divisor + "))";
    }

    /** The gradient with weight decay; its name. */
    private String decayed(double weightDecay) {
        if (weightDecay == 0) {
            return "g";
        }
        param("weight_decay", weightDecay).add("h=g+weight_decay*x");
        return "h";
    }

    private String decayed(double weightDecay, boolean decoupled) {
        if (!decoupled || weightDecay == 0) {
            return decayed(weightDecay);
        }
        param("weight_decay", weightDecay).add("x=x*(1-lr*weight_decay)");
        return "g";
    }

    private void momentum(String beta, double value, double dampening, boolean nesterov, double weightDecay) {
        param(beta, value);
        String d = decayed(weightDecay);
        boolean dampened = dampening > 0 && value > 0;
        if (dampened) {
            param("dampening", dampening);
        }
        add("v=" + beta + "*v+" + (dampened ? "first(1,1-dampening)*" : "") + d);
        add("x=x-lr*" + (nesterov ? "(" + d + "+" + beta + "*v)" : "v"));
    }

    private void adagrad(Adagrad o) {
        param("eps", o.eps());
        if (o.memory() == 1) {
            add("s=s+g^2");
        } else {
            param("memory", o.memory()).add("s=memory*s+g^2");
        }
        if (o.power() == 0.5) {
            add("x=x-" + over("lr", "sqrt(s+eps)", o.eps()) + "*g");
        } else {
            param("power", o.power()).add("x=x-" + over("lr", "(s+eps)^power", o.eps()) + "*g");
        }
    }

    private void adadelta(double rho, double eps, double weightDecay) {
        String d = decayed(weightDecay);
        param("rho", rho).param("eps", eps).add(
                "s=rho*s+(1-rho)*" + d + "*" + d,
                "u=" + over("sqrt(d+eps)", "sqrt(s+eps)", eps) + "*" + d,
                "d=rho*d+(1-rho)*u*u",
                "x=x-lr*u");
    }

    /** beta1^t and beta2^t as running products p and q. */
    private void betas(double beta1, double beta2) {
        param("beta1", beta1).param("beta2", beta2).add("state p=1", "p=p*beta1");
    }

    private void averages(String d) {
        add("state q=1", "q=q*beta2", "v=beta1*v+(1-beta1)*" + d, "s=beta2*s+(1-beta2)*" + d + "*" + d);
    }

    private void adam(
            double beta1, double beta2, double eps, double weightDecay, boolean decoupled, String second) {
        betas(beta1, beta2);
        param("eps", eps);
        averages(decayed(weightDecay, decoupled));
        if (second.equals("smax")) {
            add("smax=max(smax,s)");
        }
        add("x=x-" + over("lr", "sqrt(" + second + "/(1-q))+eps", eps) + "*(v/(1-p))");
    }

    private void yogi(Yogi o) {
        betas(o.beta1(), o.beta2());
        param("eps", o.eps()).add(
                "state q=1", "q=q*beta2",
                "v=beta1*v+(1-beta1)*g",
                "s=s+(1-beta2)*sign(g*g-s)*g*g",
                "x=x-" + over("lr", "sqrt(s/(1-q))+eps", o.eps()) + "*(v/(1-p))");
    }

    private void torchAdagrad(TorchAdagrad o) {
        param("eps", o.eps());
        String d = decayed(o.weightDecay());
        String lr = "lr";
        if (o.lrDecay() > 0) {
            param("lr_decay", o.lrDecay());
            lr = "lr/(1+(t-1)*lr_decay)";
        }
        if (o.initialAccumulatorValue() > 0) {
            add("state s=" + Decimal.write(o.initialAccumulatorValue()));
        }
        add("s=s+" + d + "*" + d, "x=x-" + over(lr, "sqrt(s)+eps", o.eps()) + "*" + d);
    }

    private void torchRmsProp(TorchRmsProp o) {
        param("alpha", o.alpha()).param("eps", o.eps());
        String d = decayed(o.weightDecay());
        add("s=alpha*s+(1-alpha)*" + d + "*" + d);
        if (o.centered()) {
            add("a=alpha*a+(1-alpha)*" + d, "r=sqrt(max(0,s-a*a))+eps");
        } else {
            add("r=sqrt(s)+eps");
        }
        if (o.momentum() > 0) {
            param("momentum", o.momentum()).add("v=momentum*v+" + over(d, "r", o.eps()), "x=x-lr*v");
        } else {
            add("x=x-" + over("lr", "r", o.eps()) + "*" + d);
        }
    }

    private void adamax(TorchAdamax o) {
        betas(o.beta1(), o.beta2());
        param("eps", o.eps());
        String d = decayed(o.weightDecay());
        add("v=beta1*v+(1-beta1)*" + d, "u=max(beta2*u,abs(" + d + ")+eps)",
                "x=x-" + over("lr", "u", o.eps()) + "*(v/(1-p))");
    }

    private void nadam(TorchNAdam o) {
        param("beta1", o.beta1()).param("beta2", o.beta2()).param("eps", o.eps());
        param("momentum_decay", o.momentumDecay());
        averages(decayed(o.weightDecay(), o.decoupledWeightDecay()));
        String d = o.weightDecay() > 0 && !o.decoupledWeightDecay() ? "h" : "g";
        // b is what a will be in the next step, as powers are dear.
        add("state b=beta1*(1-0.5*0.96^momentum_decay)", "a=b", "b=beta1*(1-0.5*0.96^((t+1)*momentum_decay))");
        add("state m=1", "m=m*a");
        add("x=x-" + over("lr", "sqrt(s/(1-q))+eps", o.eps())
                + "*((1-a)/(1-m)*" + d + "+b/(1-m*b)*v)");
    }

    private void radam(TorchRAdam o) {
        betas(o.beta1(), o.beta2());
        param("eps", o.eps());
        averages(decayed(o.weightDecay(), o.decoupledWeightDecay()));
        add("m=2/(1-beta2)-1", "r=m-2*t*q/(1-q)");
        add("k=lr*sqrt((1-q)*(r-4)*(r-2)*m/((m-4)*(m-2)*r))");
        add("x=x-where(r>5," + over("k", "sqrt(s)+eps", o.eps()) + ",lr)*(v/(1-p))");
    }
}
