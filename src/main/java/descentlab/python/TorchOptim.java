package descentlab.python;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which optimizers are those of torch.optim, and what they are called there. */
final class TorchOptim {

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("sgd", "SGD"),
            Map.entry("momentum", "SGD"),
            Map.entry("nesterov", "SGD"),
            Map.entry("adadelta", "Adadelta"),
            Map.entry("adam", "Adam"),
            Map.entry("torch.sgd", "SGD"),
            Map.entry("torch.adagrad", "Adagrad"),
            Map.entry("torch.rmsprop", "RMSprop"),
            Map.entry("torch.adadelta", "Adadelta"),
            Map.entry("torch.adam", "Adam"),
            Map.entry("torch.adamw", "AdamW"),
            Map.entry("torch.adamax", "Adamax"),
            Map.entry("torch.nadam", "NAdam"),
            Map.entry("torch.radam", "RAdam"));

    private static final Map<String, String> DIFFERENCES = Map.of(
            "rule", "A rule of one's own.",
            "adagrad", "Not torch.optim.Adagrad, which adds eps outside the root.",
            "rmsprop", "Not torch.optim.RMSprop, which adds eps outside the root.");

    private static final Set<String> BETAS = Set.of("beta1", "beta2");

    private TorchOptim() {}

    /** The class in torch.optim of a leg's optimizers; empty if it has none that takes the same steps. */
    static Optional<String> name(Leg leg) {
        return Optional.ofNullable(CLASSES.get(leg.kind().name()))
                .filter(there -> !leg.changesSettings() && !dividesByZero(leg.kind(), leg.first()));
    }

    private static boolean dividesByZero(OptimizerKind kind, Optimizer optimizer) {
        return kind.values(optimizer).getOrDefault("eps", 1.0) == 0;
    }

    /** Why a leg is done by hand, as a sentence. */
    static String difference(Leg leg) {
        OptimizerKind kind = leg.kind();
        if (CLASSES.containsKey(kind.name()) && leg.changesSettings()) {
            return "By hand, as its settings change on the way.";
        }
        return CLASSES.containsKey(kind.name())
                ? "By hand: with eps=0 torch.optim divides 0 by 0 where there never was a gradient."
                : DIFFERENCES.getOrDefault(kind.name(), "There is no such optimizer in torch.optim.");
    }

    /** The arguments after the parameters; of PyTorch's own defaults none but the rate. */
    static String arguments(Optimizer optimizer) {
        OptimizerKind kind = Optimizers.of(optimizer);
        Map<String, Double> values = kind.values(optimizer);
        Stream<String> settings = kind.keys().stream()
                .filter(key -> !key.name().equals("lr") && !BETAS.contains(key.name()))
                .filter(key -> !kind.torch() || values.get(key.name()) != key.initial())
                .flatMap(key -> setting(key, values.get(key.name())));
        return Stream.of(Stream.of("lr=" + Literal.number(optimizer.lr())), betas(values), settings)
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> betas(Map<String, Double> values) {
        return values.containsKey("beta1")
                ? Stream.of("betas=(" + Literal.number(values.get("beta1")) + ", " + Literal.number(values.get("beta2")) + ")")
                : Stream.empty();
    }

    private static Stream<String> setting(OptimizerKind.Key key, double value) {
        if (key.name().equals("beta")) { // the textbook's momentum and nesterov
            return Stream.of("momentum=" + Literal.number(value));
        }
        return Stream.of(key.name() + "=" + (key.flag() ? "True" : Literal.number(value)));
    }
}
