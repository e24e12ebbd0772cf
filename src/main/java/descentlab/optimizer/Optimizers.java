package descentlab.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue: every optimizer there is, textbook family first. */
public final class Optimizers {

    private static final List<OptimizerKind> ALL = List.of(
            new OptimizerKind(
                    "sgd",
                    "Gradient descent",
                    Sgd.class,
                    "x \\leftarrow x - \\eta\\, g",
                    false),
            new OptimizerKind(
                    "momentum",
                    "Momentum",
                    Momentum.class,
                    "v \\leftarrow \\beta v + g, \\quad x \\leftarrow x - \\eta\\, v",
                    false),
            new OptimizerKind(
                    "nesterov",
                    "Nesterov",
                    Nesterov.class,
                    "v \\leftarrow \\beta v + g, \\quad x \\leftarrow x - \\eta\\, (g + \\beta v)",
                    false),
            new OptimizerKind(
                    "counter",
                    "Counter",
                    Counter.class,
                    "n_i \\leftarrow n_i + [g_i \\ne 0], \\quad x_i \\leftarrow x_i - "
                            + "\\frac{\\eta}{\\sqrt{n_i + c}}\\, g_i",
                    false),
            new OptimizerKind(
                    "adagrad",
                    "Adagrad",
                    Adagrad.class,
                    "s \\leftarrow s + g^2, \\quad x \\leftarrow x - \\frac{\\eta}{\\sqrt{s + "
                            + "\\epsilon}}\\, g",
                    false),
            new OptimizerKind(
                    "rmsprop",
                    "RMSProp",
                    RmsProp.class,
                    "s \\leftarrow \\gamma s + (1 - \\gamma) g^2, \\quad x \\leftarrow x - "
                            + "\\frac{\\eta}{\\sqrt{s + \\epsilon}}\\, g",
                    false),
            new OptimizerKind(
                    "adadelta",
                    "Adadelta",
                    Adadelta.class,
                    "s \\leftarrow \\rho s + (1 - \\rho) g^2, \\quad u = \\sqrt{\\frac{d + "
                            + "\\epsilon}{s + \\epsilon}}\\, g, \\quad d \\leftarrow \\rho d + (1 - \\rho) "
                            + "u^2, \\quad x \\leftarrow x - \\eta\\, u",
                    false),
            new OptimizerKind(
                    "adam",
                    "Adam",
                    Adam.class,
                    "v \\leftarrow \\beta_1 v + (1 - \\beta_1) g, \\quad s \\leftarrow \\beta_2 s "
                            + "+ (1 - \\beta_2) g^2, \\quad x \\leftarrow x - \\eta \\frac{\\hat "
                            + "v}{\\sqrt{\\hat s} + \\epsilon}",
                    false),
            new OptimizerKind(
                    "yogi",
                    "Yogi",
                    Yogi.class,
                    "v \\leftarrow \\beta_1 v + (1 - \\beta_1) g, \\quad s \\leftarrow s + (1 - "
                            + "\\beta_2) \\operatorname{sgn}(g^2 - s) g^2, \\quad x \\leftarrow x - \\eta "
                            + "\\frac{\\hat v}{\\sqrt{\\hat s} + \\epsilon}",
                    false),
            new OptimizerKind(
                    "newton",
                    "Newton",
                    Newton.class,
                    "x \\leftarrow x - \\eta\\, H^{-1} g",
                    true),
            new OptimizerKind(
                    "diagonal",
                    "Diagonal",
                    Diagonal.class,
                    "x \\leftarrow x - \\eta\\, \\operatorname{diag}(H)^{-1} g",
                    true),
            new OptimizerKind(
                    "torch.sgd",
                    "SGD (PyTorch)",
                    TorchSgd.class,
                    "v \\leftarrow \\mu v + (1 - \\tau) g, \\quad x \\leftarrow x - \\gamma\\, v",
                    false),
            new OptimizerKind(
                    "torch.adagrad",
                    "Adagrad (PyTorch)",
                    TorchAdagrad.class,
                    "s \\leftarrow s + g^2, \\quad x \\leftarrow x - \\frac{\\gamma}{\\sqrt{s} + "
                            + "\\epsilon}\\, g",
                    false),
            new OptimizerKind(
                    "torch.rmsprop",
                    "RMSprop (PyTorch)",
                    TorchRmsProp.class,
                    "s \\leftarrow \\alpha s + (1 - \\alpha) g^2, \\quad x \\leftarrow x - "
                            + "\\frac{\\gamma}{\\sqrt{s} + \\epsilon}\\, g",
                    false),
            new OptimizerKind(
                    "torch.adadelta",
                    "Adadelta (PyTorch)",
                    TorchAdadelta.class,
                    "s \\leftarrow \\rho s + (1 - \\rho) g^2, \\quad u = \\sqrt{\\frac{d + "
                            + "\\epsilon}{s + \\epsilon}}\\, g, \\quad d \\leftarrow \\rho d + (1 - \\rho) "
                            + "u^2, \\quad x \\leftarrow x - \\gamma\\, u",
                    false),
            new OptimizerKind(
                    "torch.adam",
                    "Adam (PyTorch)",
                    TorchAdam.class,
                    "v \\leftarrow \\beta_1 v + (1 - \\beta_1) g, \\quad s \\leftarrow \\beta_2 s "
                            + "+ (1 - \\beta_2) g^2, \\quad x \\leftarrow x - \\gamma \\frac{\\hat "
                            + "v}{\\sqrt{\\hat s} + \\epsilon}",
                    false),
            new OptimizerKind(
                    "torch.adamw",
                    "AdamW (PyTorch)",
                    TorchAdamW.class,
                    "x \\leftarrow (1 - \\gamma \\lambda) x, \\quad x \\leftarrow x - \\gamma "
                            + "\\frac{\\hat v}{\\sqrt{\\hat s} + \\epsilon}",
                    false),
            new OptimizerKind(
                    "torch.adamax",
                    "Adamax (PyTorch)",
                    TorchAdamax.class,
                    "v \\leftarrow \\beta_1 v + (1 - \\beta_1) g, \\quad u \\leftarrow "
                            + "\\max(\\beta_2 u, |g| + \\epsilon), \\quad x \\leftarrow x - \\gamma "
                            + "\\frac{\\hat v}{u}",
                    false),
            new OptimizerKind(
                    "torch.nadam",
                    "NAdam (PyTorch)",
                    TorchNAdam.class,
                    "x \\leftarrow x - \\frac{\\gamma}{\\sqrt{\\hat s} + \\epsilon} \\left( "
                            + "\\frac{1 - \\mu_t}{1 - \\prod_{i=1}^{t} \\mu_i}\\, g + \\frac{\\mu_{t+1}}{1 - "
                            + "\\prod_{i=1}^{t+1} \\mu_i}\\, v \\right)",
                    false),
            new OptimizerKind(
                    "torch.radam",
                    "RAdam (PyTorch)",
                    TorchRAdam.class,
                    "x \\leftarrow x - \\gamma\\, r_t \\frac{\\sqrt{1 - \\beta_2^t}}{\\sqrt{s} + "
                            + "\\epsilon}\\, \\hat v, \\quad r_t = \\sqrt{\\frac{(\\rho_t - 4)(\\rho_t - 2) "
                            + "\\rho_\\infty}{(\\rho_\\infty - 4)(\\rho_\\infty - 2) \\rho_t}}",
                    false));

    private Optimizers() {}

    /** Every kind, in the order it is offered. */
    public static List<OptimizerKind> all() {
        return ALL;
    }

    /** The kind of that name. */
    public static Optional<OptimizerKind> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The kind that makes optimizers of this one's type. */
    public static OptimizerKind of(Optimizer optimizer) {
        if (optimizer instanceof RuleOptimizer own) {
            return new OptimizerKind(own.rule());
        }
        return ALL.stream()
                .filter(kind -> kind.makes(optimizer))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(optimizer.getClass() + " is not in the catalogue"));
    }

    /** The names, for saying what is allowed. */
    static String names() {
        return ALL.stream().map(OptimizerKind::name).collect(Collectors.joining(", ")) + ", " + RuleOptimizer.NAME;
    }
}
