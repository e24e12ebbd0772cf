package descentlab.python;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleOptimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule of a leg in a few lines: a function of its settings that gives a function of the step t, the point x and the
 * gradient g there, which gives the next point. Settings that change nothing are left
 * out; one that changes on the way is a function of t.
 */
final class UpdateRule {

    private final OptimizerKind kind;
    private final Leg leg;
    private final Dialect dialect;
    private final Stepped stepped;
    private final String lr;
    private final Map<String, String> arguments = new LinkedHashMap<>();
    /** What is kept from step to step, and from what on. */
    private final Map<String, String> memory = new LinkedHashMap<>();
    /** What sets those settings that change on the way. */
    private final List<String> changing = new ArrayList<>();

    private final List<String> lines = new ArrayList<>();

    private UpdateRule(Leg leg, Dialect dialect, Stepped stepped) {
        this.leg = leg;
        this.dialect = dialect;
        this.stepped = stepped;
        kind = leg.kind();
        lr = Rate.changes(leg) ? "lr(t)" : "lr";
        arguments.put("lr", Rate.of(leg));
    }

    /** The rule of a leg. */
    static UpdateRule of(Leg leg, Dialect dialect, Stepped stepped) {
        UpdateRule rule = new UpdateRule(leg, dialect, stepped);
        if (leg.switches()) {
            rule.switchOver();
        } else {
            rule.write();
        }
        return rule;
    }

    /** Where it remembers now this, now that: each optimizer's own lines, with its settings, while its time has not run out. */
    private void switchOver() {
        List<UpdateRule> parts = leg.optimizers().stream()
                .map(optimizer -> of(new Leg(leg.start(), List.of(optimizer), List.of()), dialect, stepped))
                .toList();
        parts.forEach(part -> part.memory.forEach(memory::putIfAbsent));
        arguments.clear();
        for (int i = 0; i < parts.size(); i++) {
            UpdateRule part = parts.get(i);
            boolean last = i == leg.until().size();
            String indent = last ? "" : "    ";
            if (!last) {
                lines.add("if t <= " + leg.until().get(i) + ":");
            }
            part.arguments.forEach((key, value) -> lines.add(indent + key + " = " + value));
            // What is not remembered begins at 0, should it be remembered later on; but a velocity without momentum is the slope.
            String forgotten = kind.name().equals("torch.sgd") ? " = g" : " = 0 * x";
            part.changing.forEach(line -> lines.add(indent + line));
            if (stepped.inDouble() && kind.name().equals(RuleOptimizer.NAME) && !part.isSingle()) {
                // What it takes over may be of single precision.
                part.memory.keySet().forEach(name -> lines.add(indent + name + " = double(" + name + ")"));
            }
            part.lines.subList(0, part.lines.size() - 1).forEach(line -> lines.add(indent + line));
            memory.keySet().stream()
                    .filter(name -> !part.memory.containsKey(name))
                    .forEach(name -> lines.add(indent + name + forgotten));
            lines.add(indent + part.lines.getLast());
        }
    }

    /** What its function is called, as far as its kind goes. */
    String name() {
        return kind.name().replace('.', '_');
    }

    /** The function's definition under a name. */
    String definition(String name) {
        Map<String, List<String>> starts = memory.keySet().stream()
                .collect(Collectors.groupingBy(memory::get, LinkedHashMap::new, Collectors.toList()));
        String kept = starts.entrySet().stream()
                .map(each -> "    " + String.join(" = ", each.getValue()) + " = " + each.getKey() + "\n")
                .collect(Collectors.joining());
        String changed = memory.isEmpty() ? "" : "        nonlocal " + String.join(", ", memory.keySet()) + "\n";
        return "def " + name + "(" + String.join(", ", arguments.keySet()) + "):\n" + kept
                + (kept.isEmpty() ? "" : "\n") + "    def step(t, x, g):\n" + changed
                + Stream.concat(changing.stream(), lines.stream()).map(line -> "        " + line + "\n").collect(Collectors.joining())
                + "\n    return step";
    }

    /** A call of the function under a name. */
    String call(String name) {
        return arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private void write() {
        switch (kind.name()) {
            case "sgd" -> then("return x - {lr} * g");
            case "momentum" -> keep("v").use("beta").then("v = beta * v + g", "return x - {lr} * v");
            case "nesterov" -> keep("v").use("beta").then("v = beta * v + g", "return x - {lr} * (g + beta * v)");
            case "counter" ->
                keep("n").use("c").then("n = n + (g != 0)", "return x - " + rate("np.sqrt(n + c)", "c") + " * g");
            case "adagrad" -> adagrad();
            case "rmsprop" ->
                keep("s").use("gamma", "eps")
                        .then("s = gamma * s + (1 - gamma) * g**2", "return x - " + rate("np.sqrt(s + eps)", "eps") + " * g");
            case "adadelta", "torch.adadelta" -> adadelta();
            case "adam", "torch.adam", "torch.adamw", "yogi" -> adam();
            case "newton" -> newton();
            case "diagonal" ->
                then("h = np.diag(hessian(x))", "return np.where(g == 0, x, x - {lr} * g / h)  # without slope it stays");
            case "torch.sgd" -> sgd();
            case "torch.adagrad" -> torchAdagrad();
            case "torch.rmsprop" -> torchRmsProp();
            case "torch.adamax" -> adamax();
            case "torch.nadam" -> nadam();
            case "torch.radam" -> radam();
            case RuleOptimizer.NAME -> written((RuleOptimizer) leg.first());
            default -> throw new IllegalStateException(kind + " has no rule in Python");
        }
    }

    private static double value(Optimizer optimizer, String key) {
        return Optimizers.of(optimizer).values(optimizer).getOrDefault(key, 0.0);
    }

    /** Whether some optimizer has another value there. */
    private boolean isNot(String key, double value) {
        return leg.optimizers().stream().anyMatch(each -> value(each, key) != value);
    }

    /** Whether some optimizer has something there but 0. */
    private boolean on(String key) {
        return isNot(key, 0);
    }

    /** Whether some optimizer has 0 there. */
    private boolean zero(String key) {
        return leg.optimizers().stream().anyMatch(each -> value(each, key) == 0);
    }

    private UpdateRule keep(String... names) {
        Arrays.asList(names).forEach(name -> memory.put(name, "0"));
        return this;
    }

    private UpdateRule use(String... keys) {
        for (String key : keys) {
            setting(key, key);
        }
        return this;
    }

    private void setting(String key, String name) {
        String value = leg.at(each -> Literal.number(value(each, key)));
        if (isNot(key, value(leg.first(), key))) {
            arguments.put(name + "_at", "lambda t: " + value);
            changing.add(name + " = " + name + "_at(t)");
        } else {
            arguments.put(name, value);
        }
    }

    /** Whether it is somebody's own that rounds; where all is in single precision it goes without saying. */
    private boolean isSingle() {
        return stepped.inDouble() && leg.first() instanceof RuleOptimizer own && own.single();
    }

    /** Somebody's own assignments. What is remembered starts by the settings that there are then. */
    private void written(RuleOptimizer optimizer) {
        WrittenRule rule = new WrittenRule(optimizer.rule(), lr, dialect, stepped, isSingle());
        rule.parameters().forEach(this::setting);
        rule.memory().forEach((name, start) -> {
            String at = start;
            for (String changed : changing) {
                String setting = changed.substring(0, changed.indexOf(' '));
                at = at.replaceAll("\\b" + setting + "\\b", setting + "_at(1)");
            }
            memory.put(name, at);
        });
        lines.addAll(rule.lines());
    }

    private UpdateRule then(String... more) {
        for (String line : more) {
            lines.add(line.replace("{lr}", lr));
        }
        return this;
    }

    /** lr / divisor; safe where the divisor can be 0, which it can if that key is. */
    private String rate(String divisor, String key) {
        return over("{lr}", divisor, key);
    }

    private String over(String dividend, String divisor, String key) {
        String bracketed = divisor.contains(" + ") && !divisor.endsWith(")") ? "(" + divisor + ")" : divisor;
        return zero(key) ? "over(" + dividend + ", " + divisor + ")" : dividend + " / " + bracketed;
    }

    private UpdateRule decay() {
        if (on("weight_decay")) {
            boolean decoupled = kind.name().equals("torch.adamw") || on("decoupled_weight_decay");
            use("weight_decay")
                    .then(decoupled ? "x = x * (1 - {lr} * weight_decay)" : "g = g + weight_decay * x");
        }
        return this;
    }

    private UpdateRule moments() {
        return keep("v", "s")
                .use("beta1", "beta2", "eps")
                .decay()
                .then("v = beta1 * v + (1 - beta1) * g");
    }

    private void adagrad() {
        boolean forgets = isNot("memory", 1);
        boolean root = !isNot("power", 0.5);
        keep("s").use("eps").use(root ? new String[0] : new String[] {"power"});
        use(forgets ? new String[] {"memory"} : new String[0]);
        then(forgets ? "s = memory * s + g**2" : "s = s + g**2");
        then("return x - " + rate(root ? "np.sqrt(s + eps)" : "(s + eps) ** power", "eps") + " * g");
    }

    private void adadelta() {
        String ratio = zero("eps") ? "over(d + eps, s + eps)" : "(d + eps) / (s + eps)";
        keep("s", "d")
                .use("rho", "eps")
                .decay()
                .then(
                        "s = rho * s + (1 - rho) * g**2",
                        "u = np.sqrt(" + ratio + ") * g",
                        "d = rho * d + (1 - rho) * u**2",
                        "return x - {lr} * u");
    }

    private void adam() {
        boolean yogi = kind.name().equals("yogi");
        moments().then(
                yogi ? "s = s + (1 - beta2) * np.sign(g**2 - s) * g**2" : "s = beta2 * s + (1 - beta2) * g**2",
                "v_hat = v / (1 - beta1**t)");
        if (on("amsgrad")) {
            keep("largest").then("largest = s if t == 1 else np.maximum(largest, s)");
        }
        then(
                "s_hat = " + (on("amsgrad") ? "largest" : "s") + " / (1 - beta2**t)",
                "return x - " + rate("np.sqrt(s_hat) + eps", "eps") + " * v_hat");
    }

    private void newton() {
        then(
                "if not g.any():",
                "    return x",
                "H = hessian(x)",
                "if np.linalg.det(H) == 0:",
                "    return math.nan * x  # there is no such step",
                "return x - {lr} * np.linalg.solve(H, g)");
    }

    private void sgd() {
        decay();
        if (!on("momentum")) {
            then("return x - {lr} * g");
            return;
        }
        keep("v").use("momentum");
        if (on("dampening")) {
            use("dampening").then("v = g if t == 1 else momentum * v + (1 - dampening) * g");
        } else {
            then("v = momentum * v + g");
        }
        then(on("nesterov") ? "return x - {lr} * (g + momentum * v)" : "return x - {lr} * v");
    }

    private void torchAdagrad() {
        keep("s").use("eps").decay();
        if (on("initial_accumulator_value")) {
            use("initial_accumulator_value").then("s = (initial_accumulator_value if t == 1 else s) + g**2");
        } else {
            then("s = s + g**2");
        }
        String rate = "{lr}";
        if (on("lr_decay")) {
            rate = "rate";
            use("lr_decay").then("rate = {lr} / (1 + (t - 1) * lr_decay)");
        }
        then("return x - " + over(rate, "np.sqrt(s) + eps", "eps") + " * g");
    }

    private void torchRmsProp() {
        keep("s").use("alpha", "eps").decay().then("s = alpha * s + (1 - alpha) * g**2");
        String power = "s";
        if (on("centered")) {
            power = "variance";
            keep("a").then("a = alpha * a + (1 - alpha) * g", "variance = (s - a**2).clip(0)");
        }
        String root = "np.sqrt(" + power + ") + eps";
        if (on("momentum")) {
            keep("v").use("momentum")
                    .then("v = momentum * v + " + over("g", root, "eps"), "return x - {lr} * v");
        } else {
            then("return x - " + rate(root, "eps") + " * g");
        }
    }

    private void adamax() {
        keep("v", "u")
                .use("beta1", "beta2", "eps")
                .decay()
                .then(
                        "v = beta1 * v + (1 - beta1) * g",
                        "size = np.abs(g) + eps",
                        "u = size if t == 1 else np.maximum(beta2 * u, size)",
                        "v_hat = v / (1 - beta1**t)",
                        "return x - " + rate("u", "eps") + " * v_hat");
    }

    private void nadam() {
        use("momentum_decay")
                .keep("product")
                .moments()
                .then(
                        "s = beta2 * s + (1 - beta2) * g**2",
                        "mu, ahead = (beta1 * (1 - 0.96 ** (i * momentum_decay) / 2) for i in (t, t + 1))",
                        "product = (1 if t == 1 else product) * mu",
                        "v_hat = (1 - mu) / (1 - product) * g + ahead / (1 - product * ahead) * v",
                        "s_hat = s / (1 - beta2**t)",
                        "return x - " + rate("np.sqrt(s_hat) + eps", "eps") + " * v_hat");
    }

    private void radam() {
        moments().then(
                "s = beta2 * s + (1 - beta2) * g**2",
                "v_hat = v / (1 - beta1**t)",
                "longest = 2 / (1 - beta2) - 1",
                "length = longest - 2 * t * beta2**t / (1 - beta2**t)",
                "if length <= 5:",
                "    return x - {lr} * v_hat  # s has seen too little",
                "r = (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)",
                "rate = {lr} * math.sqrt(r * (1 - beta2**t))",
                "return x - " + over("rate", "np.sqrt(s) + eps", "eps") + " * v_hat");
    }
}
