package descentlab.python;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import java.util.Map;
import java.util.Optional;

/** Which optimizers are those of keras.optimizers, and why the others are not. */
final class KerasOptimizers {

    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("rule", "A rule of one's own."),
            Map.entry("adam", "Not keras.optimizers.Adam, which adds eps before s is corrected."),
            Map.entry("torch.adam", "Not keras.optimizers.Adam, which adds eps before s is corrected."),
            Map.entry("torch.adamw", "Not keras.optimizers.AdamW, which adds eps before s is corrected."),
            Map.entry("torch.adamax", "Not keras.optimizers.Adamax, which adds eps to the largest gradient, not within it."),
            Map.entry("torch.nadam", "Not keras.optimizers.Nadam, which adds eps elsewhere and has another schedule of momentum."),
            Map.entry("torch.adagrad", "Not keras.optimizers.Adagrad, which adds eps inside the root."),
            Map.entry("torch.rmsprop", "Not keras.optimizers.RMSprop, which adds eps inside the root."));

    private KerasOptimizers() {}

    /** The call that makes the one that takes the same steps; empty if there is none. */
    static Optional<String> call(Leg leg) {
        Optimizer optimizer = leg.first();
        OptimizerKind kind = leg.kind();
        Map<String, Double> values = kind.values(optimizer);
        if (leg.changesSettings() || values.getOrDefault("eps", 1.0) == 0 || decays(values)) {
            return Optional.empty();
        }
        String lr = "learning_rate=" + Literal.real(optimizer.lr());
        return switch (kind.name()) {
            case "sgd" -> Optional.of("SGD(" + lr + ")");
            case "momentum" -> momentum(leg, lr, values.get("beta"), false);
            case "nesterov" -> momentum(leg, lr, values.get("beta"), true);
            case "torch.sgd" -> values.get("dampening") == 0
                    ? momentum(leg, lr, values.get("momentum"), values.get("nesterov") != 0)
                    : Optional.empty();
            case "adagrad" -> values.get("power") == 0.5 && values.get("memory") == 1
                    ? Optional.of("Adagrad(" + lr + ", initial_accumulator_value=0.0" + eps(values) + ")")
                    : Optional.empty();
            case "rmsprop" -> Optional.of("RMSprop(" + lr + ", rho=" + Literal.number(values.get("gamma")) + eps(values) + ")");
            case "adadelta", "torch.adadelta" ->
                Optional.of("Adadelta(" + lr + ", rho=" + Literal.number(values.get("rho")) + eps(values) + ")");
            default -> Optional.<String>empty();
        };
    }

    private static boolean decays(Map<String, Double> values) {
        return values.getOrDefault("weight_decay", 0.0) != 0;
    }

    private static String eps(Map<String, Double> values) {
        return ", epsilon=" + Literal.number(values.get("eps"));
    }

    /** Its velocity holds the rate, so that the steps differ where the rate changes. */
    private static Optional<String> momentum(Leg leg, String lr, double momentum, boolean nesterov) {
        if (momentum == 0) {
            return Optional.of("SGD(" + lr + ")");
        }
        return Rate.changes(leg)
                ? Optional.empty()
                : Optional.of("SGD(" + lr + ", momentum=" + Literal.number(momentum) + (nesterov ? ", nesterov=True)" : ")"));
    }

    /** Why a leg is done by hand, as a sentence. */
    static String difference(Leg leg) {
        Map<String, Double> values = Optimizers.of(leg.first()).values(leg.first());
        if (leg.changesSettings()) {
            return "By hand, as its settings change on the way.";
        }
        if (values.getOrDefault("eps", 1.0) == 0) {
            return "By hand: with eps=0 Keras divides 0 by 0 where there never was a gradient.";
        }
        if (decays(values)) {
            return "By hand: Keras' weight_decay shrinks x itself, not by way of the gradient.";
        }
        String name = leg.kind().name();
        if (name.endsWith("sgd") || name.equals("momentum") || name.equals("nesterov")) {
            return "By hand: the velocity of keras.optimizers.SGD holds the rate, and it knows no dampening.";
        }
        return DIFFERENCES.getOrDefault(name, "There is no such optimizer in Keras.");
    }
}
