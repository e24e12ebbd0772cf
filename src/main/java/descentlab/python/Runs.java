package descentlab.python;

import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Nesterov;
import descentlab.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** The methods of an experiment: the rules that they need, each shape of one once, and the list of runs. */
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

    private static final String STAGED_RULE = """
            def staged(*stages):
                \"""Rules of which each takes over after so many steps, with a clock of its own.\"""

                def step(t, x, g):
                    start, rule = [stage for stage in stages if stage[0] < t][-1]
                    return rule(t - start, x, g)

                return step
            """;

    private static final String STAGED = """
            class Staged:
                \"""Optimizers of which each takes over after so many steps, and starts afresh.\"""

                def __init__(self, x, *stages):
                    self.x, self.stages, self.t = x, dict(stages), 0

                def zero_grad(self):
                    self.x.grad = None

                def step(self):
                    if self.t in self.stages:
                        self.optimizer = self.stages[self.t](self.x)
                    self.optimizer.step()
                    self.t += 1
            """;

    private final Dialect dialect;

    /** The functions under way: by how they would be defined under their kind's name. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final List<String> definitions = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();

    /** @param steps how many steps are taken before a handover */
    Runs(List<Method> methods, Dialect dialect, LongUnaryOperator steps) {
        this.dialect = dialect;
        for (Method method : methods) {
            entries.add("    (" + Literal.quoted(MethodSpec.print(method)) + ", " + made(Leg.of(method, steps)) + "),\n");
        }
    }

    private String made(List<Leg> legs) {
        if (legs.size() == 1) {
            return made(legs.getFirst());
        }
        String stages = legs.stream()
                .map(leg -> "(" + leg.start() + ", " + made(leg) + ")")
                .collect(Collectors.joining(", "));
        return dialect == Dialect.NUMPY ? "staged(" + stages + ")" : "lambda x: Staged(x, " + stages + ")";
    }

    private String made(Leg leg) {
        if (dialect == Dialect.NUMPY) {
            return rule(leg);
        }
        Optional<String> own = TorchOptim.name(leg);
        if (own.isEmpty()) {
            return "lambda x: ByHand(x, " + rule(leg) + ")";
        }
        String arguments = TorchOptim.arguments(leg.first()) + nesterov(leg.first());
        String made = "torch.optim." + own.get() + "([x], " + arguments + ")";
        return "lambda x: " + (Rate.changes(leg) ? "scheduled(" + made + ", " + Rate.of(leg) + ")" : made);
    }

    /** PyTorch has it as a flag, which it refuses without a momentum. */
    private static String nesterov(Optimizer optimizer) {
        boolean nesterov = optimizer instanceof Nesterov own && own.beta() > 0;
        return nesterov ? ", nesterov=True" : "";
    }

    private String rule(Leg leg) {
        UpdateRule rule = UpdateRule.of(leg);
        String shape = rule.definition(rule.name());
        String name = names.get(shape);
        if (name == null) {
            long before = names.values().stream().filter(other -> other.matches(rule.name() + "(_\\d+)?")).count();
            name = before == 0 ? rule.name() : rule.name() + "_" + (before + 1);
            names.put(shape, name);
            String why = dialect == Dialect.TORCH ? Literal.comment(TorchOptim.difference(leg)) + "\n" : "";
            definitions.add(why + rule.definition(name));
        }
        return rule.call(name);
    }

    /** Whether any of them asks for second derivatives. */
    static boolean secondOrder(List<Method> methods) {
        return methods.stream().anyMatch(Method::secondOrder);
    }

    /** Adds the rules. */
    void addRules(SourceText script) {
        String list = list();
        Helper.addFor(script, String.join("\n", definitions));
        script.add(list.contains("ByHand(") ? BY_HAND : "").add(list.contains("scheduled(") ? SCHEDULED : "");
        script.add(list.contains("staged(") ? STAGED_RULE : "").add(list.contains("Staged(") ? STAGED : "");
        definitions.forEach(script::add);
    }

    /** The list of runs, each with its name. */
    String list() {
        return entries.stream().collect(Collectors.joining("", "RUNS = [\n", "]"));
    }
}
