package descentlab.python;

import descentlab.dataset.CsvLayout;
import descentlab.dataset.Shaping;
import descentlab.experiment.OwnModel;
import descentlab.experiment.OwnTask;
import descentlab.random.SeededRandom;
import descentlab.training.InitialParameters;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody's own data in a script: the file is read from the folder that it runs in, known again by its content, and shaped there as the
 * lab does. Of the file nothing is known here but what its link says.
 *
 * @param initial how the parameters start
 */
record OwnCode(OwnTask task, InitialParameters initial, Dialect dialect) implements TrainedTask {

    private static final String FILE = "own_table.py";

    private static final String ABOUT = """
            A file of one's own, in the folder that this runs in. What the lab does with it is done here: columns that are the same in\
             every row are left out, rows in which something is missing are dropped or filled, a seed decides which rows test, and by\
             those that train numbers are brought to mean 0 and deviation 1 and categories become features of 0 and 1.""";

    private static final String START = """
            def start():
            %s    w = []
                for outputs, features, inputs in %s:
                    w += %s
                return np.array(w)
            """;

    private static final String MEASURED = """


            def measured(w):
                \"""The loss, and %s on the rows that test.\"""
                if not len(y_test):
                    return (float(loss(w)),)
                z = scores(w, X_test)
                return float(loss(w)), float(lost(z, y_test))%s
            """;

    private static final String OUTCOME = """
            for name, curve in curves:
                for epoch, *values in curve[: -1 : max(1, len(curve) // 8)] + curve[-1:]:
                    told = ", ".join(f"{what} = {value:.12g}" for what, value in zip(%s, values))
                    print(f"{name}: epoch {epoch:.4g}, {told}")
            """;

    private static final String DRAWN = """
                    plt.plot(*zip(*curve), label=name)
            """;

    private static final String DRAWN_WITH_TEST = """
                    epochs, losses, *tests = zip(*curve)
                    line = plt.plot(epochs, losses, label=name)[0]
                    if tests:
                        plt.plot(epochs, tests[0], "--", color=line.get_color(), label="on the rows that test")
            """;

    private boolean tests() {
        return task.shaping().test() > 0;
    }

    @Override
    public boolean drawsData() {
        return true;
    }

    /** None that another library's names may be put into: a column can be called anything. */
    @Override
    public String constants() {
        return "";
    }

    @Override
    public String about() {
        return ABOUT;
    }

    @Override
    public void addData(SourceText script) {
        script.addAsItIs(shaping())
                .addAsItIs(Helper.RANDOM)
                .addAsItIs(TheoryScript.read(FILE).replace("${split}", Helper.stream("SPLIT", SeededRandom.SPLIT)));
    }

    private String shaping() {
        Shaping shaping = task.shaping();
        CsvLayout.Wish wish = shaping.wish();
        String more = task.kind() == OwnModel.RIDGE
                ? "\nPENALTY = " + Literal.number(task.penalty())
                : task.kind().hasHiddenLayer() ? "\nH = " + task.hidden() + "  # hidden units" : "";
        return "FILE = \"data.csv\"  # the file that the lab was given: put it here, or say where it is\n"
                + "KEY = " + Literal.quoted(task.key()) + "  # how the SHA-256 of its content begins\n"
                + "TARGET = " + Literal.quoted(shaping.target()) + "  # the column that is predicted\n"
                + "CLASSES, FILL, TEST, SPLIT, ROWS = "
                + Stream.of(
                                truth(shaping.classes()),
                                truth(shaping.fill()),
                                Literal.number(shaping.test()),
                                String.valueOf(shaping.split()),
                                String.valueOf(shaping.rows()))
                        .collect(Collectors.joining(", "))
                + "\nDELIMITER, DECIMAL_COMMA, HEADER = "
                + wish.delimiter().map(each -> Literal.quoted(each.toString())).orElse("None") + ", "
                + truth(wish.decimalComma()) + ", " + truth(wish.header()) + "  # None is guessed"
                + more;
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }

    private static String truth(Optional<Boolean> value) {
        return value.map(OwnCode::truth).orElse("None");
    }

    @Override
    public String read() {
        String array = switch (dialect) {
            case TORCH -> "torch.tensor";
            case JAX -> "jnp.array";
            default -> "np.array";
        };
        String outputs = task.kind().ofClasses() && task.kind() != OwnModel.LOGISTIC
                ? "int(max([*y, *y_test])) + 1  # classes"
                : "1";
        String real = task.kind() == OwnModel.LOGISTIC ? "y, y_test = y.astype(float), y_test.astype(float)\n" : "";
        return "X, y, X_test, y_test, INPUTS = own_data()\n"
                + "D, K = X.shape[1], " + outputs + "\n"
                + real
                + (dialect == Dialect.NUMPY || dialect == Dialect.KERAS
                        ? ""
                        : "X, y, X_test, y_test = (" + array + "(each) for each in (X, y, X_test, y_test))\n");
    }

    @Override
    public String sizes() {
        return task.kind().hasHiddenLayer() ? "[H * D, H, K * H, K]" : "[K * D, K]";
    }

    @Override
    public String formula() {
        return task.kind().tex();
    }

    @Override
    public String loss() {
        return new OwnLoss(task.kind(), dialect).code() + (tests() ? told() : "");
    }

    private String told() {
        String right = switch (task.kind().loss()) {
            case SQUARED -> "";
            case LOGISTIC -> ", float(((z > 0) == (y_test > 0)).sum()) / len(y_test)";
            case SOFTMAX -> ", float((z.argmax(1) == y_test).sum()) / len(y_test)";
        };
        return MEASURED.formatted(right.isEmpty() ? "that" : "that and the share told right", right);
    }

    @Override
    public String slope() {
        return new OwnLoss(task.kind(), dialect).slope();
    }

    @Override
    public String start() {
        String layers = task.kind().hasHiddenLayer() ? "[(H, D, INPUTS), (K, H, H)]" : "[(K, D, INPUTS)]";
        String random = "    random = " + Helper.stream("SEED", SeededRandom.INITIAL_PARAMETERS) + "\n";
        return switch (initial) {
            case ZERO -> START.formatted("", layers, "[0.0] * (outputs * (features + 1))");
            case NORMAL -> START.formatted(
                    random, layers, "[0.01 * random.gaussian() for _ in range(outputs * features)] + [0.0] * outputs");
            case OWN -> START.formatted(
                    random,
                    layers,
                    "[(2 * random.uniform() - 1) / math.sqrt(inputs) for _ in range(outputs * (features + 1))]");
        };
    }

    @Override
    public String measured() {
        return tests() ? "*measured(w)" : "float(loss(w))";
    }

    @Override
    public String outcome() {
        return OUTCOME.formatted("(\"loss\", \"test\", \"accuracy\")");
    }

    @Override
    public String picture() {
        return tests() ? Batches.CURVES.replace(DRAWN, DRAWN_WITH_TEST) : Batches.CURVES;
    }
}
