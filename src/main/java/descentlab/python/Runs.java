package descentlab.python;

import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Nesterov;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.RuleOptimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** The methods of an experiment: the rules that they need, each shape of one once, and the list of runs. */
final class Runs {

    private final Dialect dialect;
    /** Whether what is stepped are a network's tensors, not one. */
    private final boolean network;
    /** What rules by hand step. */
    private final Stepped stepped;

    /** The functions under way: by how they would be defined under their kind's name. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Set<OptimizerKind> kinds = new LinkedHashSet<>();
    private final List<String> definitions = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();

    /**
     * The methods.
     *
     * @param steps how many steps are taken before a handover
     * @param stepped what is stepped; each tensor by itself only if no rule asks for something of all
     */
    Runs(List<Method> methods, Dialect dialect, LongUnaryOperator steps, Stepped stepped) {
        this.dialect = dialect;
        this.network = stepped == Stepped.TENSORS;
        this.stepped = network && methods.stream().anyMatch(Runs::isOverAll) ? Stepped.FLOAT_VECTOR : stepped;
        for (Method method : methods) {
            List<Leg> legs = Leg.of(method, steps);
            legs.forEach(leg -> kinds.add(leg.kind()));
            entries.add("    (" + Literal.quoted(MethodSpec.print(method)) + ", " + made(legs) + "),\n");
        }
    }

    private static boolean isOverAll(Method method) {
        return method.stages().stream()
                .anyMatch(stage -> stage.optimizer() instanceof RuleOptimizer own && WrittenRule.isOverAll(own.rule()));
    }

    private String made(List<Leg> legs) {
        if (dialect == Dialect.KERAS) {
            return legs.stream().map(this::stage).collect(Collectors.joining(", ", "Steps(", ")"));
        }
        if (legs.size() == 1) {
            return made(legs.getFirst());
        }
        String stages = legs.stream()
                .map(leg -> "(" + leg.start() + ", " + made(leg) + ")")
                .collect(Collectors.joining(", "));
        return dialect == Dialect.TORCH ? "lambda x: Staged(x, " + stages + ")" : "staged(" + stages + ")";
    }

    private String made(Leg leg) {
        if (dialect != Dialect.TORCH) {
            return rule(leg);
        }
        Optional<String> own = TorchOptim.name(leg);
        if (own.isEmpty()) {
            return "lambda x: ByHand(x, " + (stepped == Stepped.TENSORS ? "lambda: " : "") + rule(leg) + ")";
        }
        String arguments = TorchOptim.arguments(leg.first()) + nesterov(leg.first());
        String made = "torch.optim." + own.get() + (network ? "(x, " : "([x], ") + arguments + ")";
        return "lambda x: " + (Rate.changes(leg) ? "scheduled(" + made + ", " + Rate.of(leg) + ")" : made);
    }

    /** Keras' optimizers are told a rate that changes before each step; a rule by hand knows its own. */
    private String stage(Leg leg) {
        Optional<String> own = KerasOptimizers.call(leg);
        String rate = own.isPresent() && Rate.changes(leg) ? Rate.of(leg) : "None";
        String made = own.map(call -> "keras.optimizers." + call).orElseGet(() -> "ByHand(lambda: " + rule(leg) + ")");
        return "(" + leg.start() + ", lambda: " + made + ", " + rate + ")";
    }

    /** PyTorch has it as a flag, which it refuses without a momentum. */
    private static String nesterov(Optimizer optimizer) {
        boolean nesterov = optimizer instanceof Nesterov own && own.beta() > 0;
        return nesterov ? ", nesterov=True" : "";
    }

    private String rule(Leg leg) {
        UpdateRule rule = UpdateRule.of(leg, dialect, stepped);
        String shape = rule.definition(rule.name());
        String name = names.get(shape);
        if (name == null) {
            long before = names.values().stream().filter(other -> other.matches(rule.name() + "(_\\d+)?")).count();
            name = before == 0 ? rule.name() : rule.name() + "_" + (before + 1);
            names.put(shape, name);
            definitions.add(why(leg) + rule.definition(name));
        }
        return rule.call(name);
    }

    private String why(Leg leg) {
        return switch (dialect) {
            case TORCH -> Literal.comment(TorchOptim.difference(leg)) + "\n";
            case KERAS -> Literal.comment(KerasOptimizers.difference(leg)) + "\n";
            default -> "";
        };
    }

    /** Whether any of them asks for second derivatives. */
    static boolean secondOrder(List<Method> methods) {
        return methods.stream().anyMatch(Method::secondOrder);
    }

    /** Adds the rules. */
    void addRules(SourceText script) {
        String list = list();
        String rules = String.join("\n", definitions);
        script.chapter("## The rules\n\n" + formulas());
        Helper.addFor(script, rules);
        Steppers.addFor(script, list, network, stepped);
        definitions.forEach(script::add);
    }

    private String formulas() {
        return kinds.stream()
                .map(kind -> "**" + kind.title() + "**\n\n$$" + kind.formula() + "$$")
                .collect(Collectors.joining("\n\n"))
                + (definitions.stream().anyMatch(each -> each.contains("map(single,"))
                        ? "\n\nA rule in single precision rounds where the lab does: what has an entry for each weight, but no sum."
                        : "")
                + (dialect == Dialect.JAX ? "\n\nJAX has no optimizers of its own: these are by hand, in its arrays." : "");
    }

    /**
     * The sizes of the tensors, if a rule needs them.
     *
     * @param sizes as an expression
     */
    String sizes(String sizes) {
        return definitions.stream().anyMatch(each -> each.contains("per_tensor("))
                ? "SIZES = " + sizes + "  # of the tensors, in their order\n"
                : "";
    }

    /** The list of runs, each with its name. */
    String list() {
        return entries.stream().collect(Collectors.joining("", "RUNS = [\n", "]"));
    }
}
