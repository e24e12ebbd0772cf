package descentlab.python;

import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.random.SeededRandom;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;

/** Training on a table: the data, the loss, the rules, a run of each, its losses, and the curves. */
final class TrainingScript {

    private static final String SQUARED = """
            def loss(w, rows=slice(None)):
                \"""Half the mean squared error; the last entry of w is the bias.\"""
                return np.mean((X[rows] @ w[:-1] + w[-1] - y[rows]) ** 2) / 2
            """;

    private static final String SQUARED_SLOPE = """
            def gradient(w, rows):
                error = (X[rows] @ w[:-1] + w[-1] - y[rows]) / len(rows)
                return np.append(error @ X[rows], error.sum())
            """;

    private static final String LOGISTIC = """
            def loss(w, rows=slice(None)):
                \"""The mean logistic loss; the last entry of w is the bias.\"""
                z = X[rows] @ w[:-1] + w[-1]
                return %s
            """;

    private static final String LOGISTIC_SLOPE = """
            def gradient(w, rows):
                z = X[rows] @ w[:-1] + w[-1]
                error = (1 / (1 + np.exp(-z)) - y[rows]) / len(rows)
                # Summed document by document: a word that is in none has a gradient of exactly 0.
                return np.append((error[:, None] * X[rows]).sum(axis=0), error.sum())
            """;

    private static final String START = """
            def start():
            %s    return np.array(%s)
            """;

    private static final String RUN = """
            def run(%s):
                w, seen = start()%s, 0
            %s    curve = [(0.0, float(loss(w)))]
                for t, rows in enumerate(batches(), 1):
            %s
                    seen += len(rows)
                    if seen // EVERY > (seen - len(rows)) // EVERY or seen == EPOCHS * len(y):
                        curve.append((seen / len(y), float(loss(w))))
                        if not math.isfinite(curve[-1][1]):
                            return curve[:-1]  # it has run away
                return curve
            """;

    private static final String OUTCOME = """
            curves = [(name, run(optimizer)) for name, optimizer in RUNS]
            for name, curve in curves:
                for epoch, now in curve[: -1 : max(1, len(curve) // 8)] + curve[-1:]:
                    print(f"{name}: epoch {epoch:.4g}, loss = {now:.12g}")
            """;

    private final TrainingExperiment training;
    private final TableTask task;
    private final String server;
    private final Dialect dialect;
    private final boolean brought;
    private final Runs runs;

    /** @param brought whether the rows are to come with it */
    TrainingScript(TrainingExperiment training, TableTask task, String server, Dialect dialect, boolean brought) {
        this.training = training;
        this.task = task;
        this.server = server;
        this.dialect = dialect;
        this.brought = brought;
        this.runs = new Runs(training.runs(), dialect, new Batches(training)::until, false);
    }

    void write(SourceText script) {
        TrainingPlan plan = training.plan();
        boolean random = plan.shuffle() || plan.initial() == InitialParameters.NORMAL || task == TableTask.ZIPF_TEXT;
        script.chapter("## What is asked\n\nEverything that the link says, as numbers.").addPlain(constants(plan));
        script.chapter("## The data\n\n" + task.sheet().about() + "\n\nSource: " + task.sheet().origin()
                + (task == TableTask.AIRFOIL && brought ? " The rows come with this notebook." : ""));
        script.addAsItIs(task == TableTask.AIRFOIL && brought ? TableData.packedAirfoil() : "");
        String data = TableData.function(task, dialect, brought);
        if (dialect == Dialect.JAX) {
            script.addAsItIs(data);
        } else {
            script.addPlain(data);
        }
        script.chapter("## The loss\n\n$$" + task.loss() + "$$").addPlain(loss()).addPlain(slope());
        runs.addRules(script);
        script.chapter("## A run\n\nFrom its first weights, batch by batch in the lab's own order: both come from the lab's"
                        + " generator and the seed.")
                .addPlain(start(plan))
                .addAsItIs(Batches.code(plan.shuffle(), "len(y)"))
                .addPlain(run())
                .add(random ? Helper.RANDOM : "");
        script.chapter("## The training\n\nThe losses of each run, now and then, as the lab's curve has them.")
                .addAsItIs(read() + "\n" + runs.list() + "\n" + OUTCOME);
        script.chapter("## The picture").addAsItIs(Batches.CURVES);
    }

    private String read() {
        String made = task.data().replace('-', '_') + "()";
        return "X, y = " + (dialect == Dialect.JAX ? "(jnp.array(each) for each in " + made + ")" : made);
    }

    private String constants(TrainingPlan plan) {
        String first = dialect == Dialect.TORCH
                ? "\ntorch.set_num_threads(1)  # the steps are so small that threads would only wait"
                : "";
        String lab = task == TableTask.AIRFOIL && !brought ? "LAB = " + Literal.quoted(server) + "\n" : "";
        return dialect.inDouble() + first + "\n\n" + lab + "BATCH, EPOCHS, EVERY, SEED = " + plan.batch() + ", "
                + plan.epochs() + ", " + plan.every() + ", " + plan.seed();
    }

    private String loss() {
        return switch (task) {
            case AIRFOIL -> SQUARED;
            case ZIPF_TEXT -> LOGISTIC.formatted(
                    dialect == Dialect.TORCH
                            ? "torch.nn.functional.binary_cross_entropy_with_logits(z, y[rows])"
                            : "np.mean(np.logaddexp(0, z) - y[rows] * z)");
        };
    }

    private String slope() {
        return switch (dialect) {
            case TORCH -> "";
            case JAX -> "slope = jax.jit(jax.grad(loss))\n\n\ndef gradient(w, rows):\n    return slope(w, np.array(rows))";
            default -> task == TableTask.AIRFOIL ? SQUARED_SLOPE : LOGISTIC_SLOPE;
        };
    }

    private static String start(TrainingPlan plan) {
        return plan.initial() == InitialParameters.NORMAL
                ? START.formatted(
                        "    random = " + Helper.stream("SEED", SeededRandom.INITIAL_PARAMETERS) + "\n",
                        "[0.01 * random.gaussian() for _ in X[0]] + [0.0]")
                : START.formatted("", "[0.0 for _ in X[0]] + [0.0]");
    }

    private String run() {
        return switch (dialect) {
            case TORCH -> RUN.formatted(
                    "make",
                    ".requires_grad_()",
                    "    optimizer = make(w)\n",
                    """
                            optimizer.zero_grad()
                            loss(w, rows).backward()
                            optimizer.step()""".indent(8).stripTrailing());
            case KERAS -> RUN.formatted(
                    "optimizers",
                    "",
                    "    variable = keras.Variable(w)\n",
                    """
                            optimizers.next().apply([ops.array(gradient(w, rows))], [variable])
                            w = ops.convert_to_numpy(variable)""".indent(8).stripTrailing());
            default -> RUN.formatted("step", "", "", "        w = step(t, w, gradient(w, rows))");
        };
    }
}
