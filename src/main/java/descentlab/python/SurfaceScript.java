package descentlab.python;

import descentlab.experiment.ObjectiveChoice;
import descentlab.experiment.SurfaceExperiment;
import descentlab.linalg.Rotation2;
import descentlab.objective.Quadratic;
import descentlab.objective.Window;
import descentlab.random.SeededRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A race on a surface: the objective, the rules, a run of each, its last row, and the paths over the contours. */
final class SurfaceScript {

    private final SurfaceExperiment race;
    private final Dialect dialect;
    private final boolean turned;
    private final FunctionCode code;
    private final Runs runs;

    SurfaceScript(SurfaceExperiment race, Dialect dialect) {
        this.race = race;
        this.dialect = dialect;
        this.turned = race.rotate() % 360 != 0;
        this.code = code(race.choice());
        this.runs = new Runs(race.runs(), dialect, LongUnaryOperator.identity(), Stepped.POINT);
    }

    private FunctionCode code(ObjectiveChoice choice) {
        return switch (choice) {
            case ObjectiveChoice.General(var quadratic) -> QuadraticFormula.of(quadratic);
            case ObjectiveChoice.Typed(var expression) -> TypedFormula.of(expression, dialect);
            case ObjectiveChoice.Named(var named) -> named.function() instanceof Quadratic quadratic
                    ? QuadraticFormula.of(quadratic)
                    : NamedFormula.of(named.name()).orElseThrow(() -> new IllegalStateException(
                            named.name() + " has no formula in Python"));
        };
    }

    void write(SourceText script) {
        script.chapter("## Where it begins\n\nEverything that the link says, as numbers.").addPlain(constants());
        script.chapter("## The objective\n\n$$f(x) = " + race.objective().formula() + "$$" + turning());
        addObjective(script);
        runs.addRules(script);
        script.chapter("## A run\n\nStep after step from the start, as far as all numbers are finite."
                        + (race.noise() > 0 ? " The noise is drawn by the lab's own generator, so that it is the lab's." : ""))
                .addPlain(finite())
                .addPlain(run())
                .add(race.noise() > 0 ? Helper.RANDOM : "");
        script.chapter("## The race\n\nOf each run the last point that is finite, as the lab's inspector and its CSV have it.")
                .addAsItIs(runs.list() + "\n" + outcome());
        script.chapter("## The picture\n\nThe paths over the contours.").addPlain(picture());
    }

    private String turning() {
        return turned ? "\n\nturned about the origin by " + Literal.number(race.rotate()) + " degrees." : "";
    }

    private void addObjective(SourceText script) {
        boolean hessian = Runs.secondOrder(race.runs());
        String f = code.f().function("f(x)", turned ? "R.T @ x" : "x", code.f().result(0));
        String slope = hessian ? gradient() + hessianMatrix() : gradient();
        // At the origin PyTorch takes a norm's slope as 0, JAX as no number.
        boolean byHand = !dialect.differentiates() || dialect == Dialect.JAX && f.contains("linalg.norm(");
        Helper.addFor(script, byHand ? f + slope : f);
        script.addPlain(f);
        if (byHand) {
            script.addPlain(gradient()).addPlain(hessian ? hessianMatrix() : "");
        } else if (dialect == Dialect.JAX) {
            script.addAsItIs("gradient = jax.jit(jax.grad(f))" + (hessian ? "\nhessian = jax.jit(jax.hessian(f))" : ""));
        } else {
            script.addAsItIs(
                    hessian ? "def hessian(x):\n    return torch.autograd.functional.hessian(f, x.detach())" : "");
        }
    }

    private String gradient() {
        String pair = "np.array([" + code.gradient().result(0) + ", " + code.gradient().result(1) + "])";
        return code.gradient().function("gradient(x)", turned ? "R.T @ x" : "x", turned ? "R @ " + pair : pair);
    }

    private String hessianMatrix() {
        FunctionCode.Block block = code.hessian().naming(1, "h12");
        String h12 = block.result(1);
        String matrix = "np.array([[" + block.result(0) + ", " + h12 + "], [" + h12 + ", " + block.result(2) + "]])";
        return block.function(
                "hessian(x)", turned ? "R.T @ x" : "x", turned ? "R @ " + matrix + " @ R.T" : matrix);
    }

    private String constants() {
        String start = "np.array([" + Literal.real(race.start().x1()) + ", " + Literal.real(race.start().x2()) + "])";
        String lines = Stream.of(
                        "START = " + start,
                        "STEPS = " + race.steps(),
                        race.noise() > 0 ? "NOISE, SEED = " + Literal.number(race.noise()) + ", " + race.seed() : null,
                        turned ? rotation() : null)
                .filter(line -> line != null)
                .collect(Collectors.joining("\n"));
        return dialect.inDouble() + "\n\n" + lines;
    }

    private String rotation() {
        Rotation2 by = Rotation2.byDegrees(race.rotate());
        String cos = Literal.real(by.cos());
        String sin = Literal.real(by.sin());
        return "R = np.array([[" + cos + ", " + Literal.real(-by.sin()) + "], [" + sin + ", " + cos + "]])  # turns by "
                + Literal.number(race.rotate()) + " degrees";
    }

    private String finite() {
        return dialect == Dialect.TORCH
                ? """
                def finite(x):
                    value = f(x)
                    slope = torch.autograd.grad(value, x)[0]
                    return torch.isfinite(torch.stack([value, *x, *slope])).all()
                """
                : "def finite(x):\n    return np.isfinite(np.stack([f(x), *x, *gradient(x)])).all()";
    }

    private String run() {
        boolean noisy = race.noise() > 0;
        String random = noisy
                ? "    random = " + Helper.stream("SEED", SeededRandom.GRADIENT_NOISE) + "  # the same for each run\n"
                : "";
        String noise = noisy ? " + NOISE * np.array([random.gaussian(), random.gaussian()])" : "";
        return switch (dialect) {
            case TORCH -> """
                    def run(make):
                        x, path = START.clone().requires_grad_(), [START]
                    %s    optimizer = make(x)
                        for t in range(STEPS):
                            optimizer.zero_grad()
                            f(x).backward()
                    %s        optimizer.step()
                            if not finite(x):
                                break  # it has run away
                            path.append(x.detach().clone())
                        return torch.stack(path)
                    """.formatted(random, noisy ? "        x.grad" + noise.replaceFirst(" \\+ ", " += ") + "\n" : "");
            case KERAS -> """
                    def run(optimizers):
                        x, path = START, [START]
                    %s    variable = keras.Variable(START)
                        for t in range(STEPS):
                            optimizers.next().apply([ops.array(gradient(x)%s)], [variable])
                            x = ops.convert_to_numpy(variable).copy()
                            if not finite(x):
                                break  # it has run away
                            path.append(x)
                        return np.stack(path)
                    """.formatted(random, noise);
            default -> """
                    def run(step):
                        x, path = START, [START]
                    %s    for t in range(1, STEPS + 1):
                            x = step(t, x, gradient(x)%s)
                            if not finite(x):
                                break  # it has run away
                            path.append(x)
                        return np.stack(path)
                    """.formatted(random, noise);
        };
    }

    private String outcome() {
        return """
                paths = [(name, run(optimizer)) for name, optimizer in RUNS]
                for name, path in paths:
                    x1, x2 = path[-1]
                    print(f"{name}: step {len(path) - 1}, x1 = {x1:.12g}, x2 = {x2:.12g}, f = {f(path[-1]):.12g}")
                """;
    }

    private String picture() {
        Window w = race.objective().window();
        return """
                try:
                    import matplotlib.pyplot as plt

                    a, b = np.linspace(%s, %s, 100), np.linspace(%s, %s, 100)
                    plt.contour(a, b, [[float(f(np.stack([u, v]))) for u in a] for v in b], 30)
                    for name, path in paths:
                        plt.plot(*path.T, ".-", label=name)
                    plt.legend()
                    plt.show()
                except ImportError:
                    pass  # no picture without Matplotlib
                """.formatted(
                Literal.number(w.x1Min()), Literal.number(w.x1Max()), Literal.number(w.x2Min()), Literal.number(w.x2Max()));
    }
}
