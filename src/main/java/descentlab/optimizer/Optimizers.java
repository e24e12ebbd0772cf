package descentlab.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue: every optimizer there is, textbook family first. */
public final class Optimizers {

    private static final List<OptimizerKind> ALL = List.of(
            new OptimizerKind("sgd", "Gradient descent", Sgd.class, "x \\leftarrow x - \\eta\\, g", false),
            new OptimizerKind(
                    "momentum",
                    "Momentum",
                    Momentum.class,
                    "v \\leftarrow \\beta v + g, \\quad x \\leftarrow x - \\eta\\, v",
                    false),
            new OptimizerKind(
                    "adagrad",
                    "Adagrad",
                    Adagrad.class,
                    "s \\leftarrow s + g^2, \\quad x \\leftarrow x - \\frac{\\eta}{\\sqrt{s + \\epsilon}}\\, g",
                    false),
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
                    "s \\leftarrow s + g^2, \\quad x \\leftarrow x - \\frac{\\gamma}{\\sqrt{s} + \\epsilon}\\, g",
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
        return ALL.stream()
                .filter(kind -> kind.makes(optimizer))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(optimizer.getClass() + " is not in the catalogue"));
    }

    /** The names, for saying what is allowed. */
    static String names() {
        return ALL.stream().map(OptimizerKind::name).collect(Collectors.joining(", "));
    }
}
