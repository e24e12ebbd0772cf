package descentlab.python;

import descentlab.experiment.TableTask;
import descentlab.random.SeededRandom;
import descentlab.training.InitialParameters;

/**
 * A table of the lab's own, in a script.
 *
 * @param initial how the parameters start
 * @param server where rows are had from
 * @param brought whether they are to come with it
 */
record TableCode(TableTask task, InitialParameters initial, String server, Dialect dialect, boolean brought)
        implements TrainedTask {

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

    private static final String OUTCOME = """
            for name, curve in curves:
                for epoch, now in curve[: -1 : max(1, len(curve) // 8)] + curve[-1:]:
                    print(f"{name}: epoch {epoch:.4g}, loss = {now:.12g}")
            """;

    @Override
    public boolean drawsData() {
        return task == TableTask.ZIPF_TEXT;
    }

    @Override
    public String constants() {
        return task == TableTask.AIRFOIL && !brought ? "LAB = " + Literal.quoted(server) + "\n" : "";
    }

    @Override
    public String about() {
        return task.sheet().about() + "\n\nSource: " + task.sheet().origin()
                + (task == TableTask.AIRFOIL && brought ? " The rows come with this notebook." : "");
    }

    @Override
    public void addData(SourceText script) {
        script.addAsItIs(task == TableTask.AIRFOIL && brought ? TableData.packedAirfoil() : "");
        String data = TableData.function(task, dialect, brought);
        if (dialect == Dialect.JAX) {
            script.addAsItIs(data);
        } else {
            script.addPlain(data);
        }
    }

    @Override
    public String read() {
        String made = task.data().replace('-', '_') + "()";
        return "X, y = " + (dialect == Dialect.JAX ? "(jnp.array(each) for each in " + made + ")" : made);
    }

    @Override
    public String sizes() {
        return "[X.shape[1], 1]";
    }

    @Override
    public String formula() {
        return task.loss();
    }

    @Override
    public String loss() {
        return switch (task) {
            case AIRFOIL -> SQUARED;
            case ZIPF_TEXT -> LOGISTIC.formatted(logistic(dialect, "y[rows]"));
        };
    }

    /** The mean logistic loss of scores z. */
    static String logistic(Dialect dialect, String y) {
        return dialect == Dialect.TORCH
                ? "torch.nn.functional.binary_cross_entropy_with_logits(z, " + y + ")"
                : "np.mean(np.logaddexp(0, z) - " + y + " * z)";
    }

    @Override
    public String slope() {
        return task == TableTask.AIRFOIL ? SQUARED_SLOPE : LOGISTIC_SLOPE;
    }

    @Override
    public String start() {
        return initial == InitialParameters.NORMAL
                ? START.formatted(
                        "    random = " + Helper.stream("SEED", SeededRandom.INITIAL_PARAMETERS) + "\n",
                        "[0.01 * random.gaussian() for _ in X[0]] + [0.0]")
                : START.formatted("", "[0.0 for _ in X[0]] + [0.0]");
    }

    @Override
    public String measured() {
        return "float(loss(w))";
    }

    @Override
    public String outcome() {
        return OUTCOME;
    }

    @Override
    public String picture() {
        return Batches.CURVES;
    }
}
