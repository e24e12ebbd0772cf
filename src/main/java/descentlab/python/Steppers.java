package descentlab.python;

/** What takes the steps of a run where an optimizer alone does not: stages, changing rates, rules by hand. */
final class Steppers {

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

    private static final String BY_HAND_OF_MANY = """
            class ByHand:
                \"""An optimizer like those of torch.optim, by a rule for each tensor that gives the next one.\"""

                def __init__(self, x, make):
                    self.x, self.rules, self.t = x, [make() for _ in x], 0

                def zero_grad(self):
                    for each in self.x:
                        each.grad = None

                @torch.no_grad()
                def step(self):
                    self.t += 1
                    for each, rule in zip(self.x, self.rules):
                        each.copy_(rule(self.t, each, each.grad))
            """;

    private static final String BY_HAND_OF_ALL = """
            class ByHand:
                \"""An optimizer like those of torch.optim, by a rule that gives the next values of all tensors as one vector.\"""

                def __init__(self, x, rule):
                    self.x, self.rule, self.t = x, rule, 0

                def zero_grad(self):
                    for each in self.x:
                        each.grad = None

                @torch.no_grad()
                def step(self):
                    self.t += 1
                    x, g = (torch.cat([each.ravel() for each in all]) for all in (self.x, [each.grad for each in self.x]))
                    torch.nn.utils.vector_to_parameters(self.rule(self.t, x, g), self.x)
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
                    %s

                def step(self):
                    if self.t in self.stages:
                        self.optimizer = self.stages[self.t](self.x)
                    self.optimizer.step()
                    self.t += 1
            """;

    private static final String KERAS_BY_HAND = """
            class ByHand(keras.optimizers.Optimizer):
                \"""An optimizer by a rule for each variable that gives its next value. It is not compiled.\"""

                def __init__(self, make):
                    super().__init__(learning_rate=0.0)  # the rule knows its own
                    self.make, self.rules = make, {}

                def update_step(self, gradient, variable, learning_rate):
                    t, rule = self.rules.get(id(variable)) or (0, self.make())
                    self.rules[id(variable)] = t + 1, rule
                    x = ops.stop_gradient(ops.convert_to_tensor(variable))
                    self.assign(variable, rule(t + 1, x, gradient))
            """;

    /** A list in it would be taken for state of Keras' own. */
    private static final String KERAS_BY_HAND_OF_ALL = """
            class ByHand(keras.optimizers.Optimizer):
                \"""An optimizer by a rule that gives the next values of all variables as one vector. It is not compiled.\"""

                def __init__(self, make):
                    super().__init__(learning_rate=0.0)  # the rule knows its own
                    self.rule, self.t, self.asked = make(), 0, collections.deque()

                def update_step(self, gradient, variable, learning_rate):
                    self.asked.append((variable, gradient))
                    if len(self.asked) < len(SHAPES):
                        return  # until there is a gradient of each
                    self.t += 1
                    x, g = (ops.concatenate([ops.reshape(each, (-1,)) for each in all]) for all in zip(*self.asked))
                    x, at = self.rule(self.t, ops.stop_gradient(x), g), 0
                    for variable, _ in self.asked:
                        count = math.prod(variable.shape)
                        self.assign(variable, ops.reshape(x[at : at + count], variable.shape))
                        at += count
                    self.asked.clear()
            """;

    private static final String KERAS_STEPS = """
            class Steps:
                \"""Optimizers, each with the steps before it and a rate that changes, if it does.\"""

                def __init__(self, *stages):
                    self.stages, self.t = stages, 0

                def next(self):
                    \"""The optimizer that takes the next step.\"""
                    for start, make, lr in self.stages:
                        if start == self.t:
                            self.start, self.optimizer, self.lr = start, make(), lr
                    self.t += 1
                    if self.lr is not None:
                        self.optimizer.learning_rate = self.lr(self.t - self.start)
                    return self.optimizer
            """;

    private Steppers() {}

    /**
     * Adds those that a list of runs names.
     *
     * @param network whether what they step are a network's tensors
     * @param stepped what rules by hand step of it
     */
    static void addFor(SourceText script, String list, boolean network, Stepped stepped) {
        boolean all = network && stepped != Stepped.TENSORS;
        if (list.contains("Steps(")) {
            script.addAsItIs(list.contains("ByHand(") ? all ? KERAS_BY_HAND_OF_ALL : KERAS_BY_HAND : "").addAsItIs(KERAS_STEPS);
            return;
        }
        String forget = network ? "for each in self.x:\n            each.grad = None" : "self.x.grad = None";
        String byHand = all ? BY_HAND_OF_ALL : network ? BY_HAND_OF_MANY : BY_HAND;
        script.addAsItIs(list.contains("ByHand(") ? byHand : "")
                .addAsItIs(list.contains("scheduled(") ? SCHEDULED : "")
                .addAsItIs(list.contains("staged(") ? STAGED_RULE : "")
                .addAsItIs(list.contains("Staged(") ? STAGED.formatted(forget) : "");
    }
}
