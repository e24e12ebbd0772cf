package descentlab.python;

import descentlab.optimizer.Nesterov;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The optimizers of an experiment: the rules that they need, each shape of one once, and the list of runs. */
final class Runs {

    private static final String BY_HAND = """
            class ByHand:
                \"""An optimizer like those of torch.optim, by a rule that gives the next x.\"""

                def __init__(self, x, rule):
                    self.x, self.rule, self.t = x, rule, 0

                def zero_grad(self):
                    self.x.grad = None

                @torch.no_grad()
                def step(self):
                    self.t += 1
                    self.x.copy_(self.rule(self.t, self.x, self.x.grad))
            """;

    private static final String SCHEDULED = """
            def scheduled(optimizer, lr):
                \"""The optimizer, at the rate lr(t) in step t = 1, 2, ...\"""
                steps = itertools.count(1)

                def set_rate(*_):
                    optimizer.param_groups[0]["lr"] = lr(next(steps))

                optimizer.register_step_pre_hook(set_rate)
                return optimizer
            """;

    private final Dialect dialect;

    /** The functions under way: by how they would be defined under their kind's name. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final List<String> definitions = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();

    Runs(List<Optimizer> optimizers, Dialect dialect) {
        this.dialect = dialect;
        for (Optimizer optimizer : optimizers) {
            entries.add("    (" + Literal.quoted(OptimizerSpec.print(optimizer)) + ", " + made(optimizer) + "),\n");
        }
    }

    private String made(Optimizer optimizer) {
        if (dialect == Dialect.NUMPY) {
            return rule(optimizer);
        }
        Optional<String> own = TorchOptim.name(optimizer);
        if (own.isEmpty()) {
            return "lambda x: ByHand(x, " + rule(optimizer) + ")";
        }
        String name = nesterov(optimizer);
        String made = "torch.optim." + own.get() + "([x], " + TorchOptim.arguments(optimizer) + name + ")";
        return "lambda x: " + (Rate.changes(optimizer) ? "scheduled(" + made + ", " + Rate.of(optimizer) + ")" : made);
    }

    /** PyTorch has it as a flag, which it refuses without a momentum. */
    private static String nesterov(Optimizer optimizer) {
        boolean nesterov = optimizer instanceof Nesterov own && own.beta() > 0;
        return nesterov ? ", nesterov=True" : "";
    }

    private String rule(Optimizer optimizer) {
        UpdateRule rule = UpdateRule.of(optimizer);
        String shape = rule.definition(rule.name());
        String name = names.get(shape);
        if (name == null) {
            long before = names.values().stream().filter(other -> other.matches(rule.name() + "(_\\d+)?")).count();
            name = before == 0 ? rule.name() : rule.name() + "_" + (before + 1);
            names.put(shape, name);
            String why = dialect == Dialect.TORCH ? Literal.comment(TorchOptim.difference(optimizer)) + "\n" : "";
            definitions.add(why + rule.definition(name));
        }
        return rule.call(name);
    }

    /** Whether any of them asks for second derivatives. */
    static boolean secondOrder(List<Optimizer> optimizers) {
        return optimizers.stream().anyMatch(optimizer -> Optimizers.of(optimizer).secondOrder());
    }

    /** Adds the rules. */
    void addRules(SourceText script) {
        String list = list();
        Helper.addFor(script, String.join("\n", definitions));
        script.add(list.contains("ByHand(") ? BY_HAND : "").add(list.contains("scheduled(") ? SCHEDULED : "");
        definitions.forEach(script::add);
    }

    /** The list of runs, each with its name. */
    String list() {
        return entries.stream().collect(Collectors.joining("", "RUNS = [\n", "]"));
    }
}
