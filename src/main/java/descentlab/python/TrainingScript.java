package descentlab.python;

import descentlab.dataset.Airfoil;
import descentlab.dataset.ZipfText;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.random.SeededRandom;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;

/** Training on a table: the data, the loss, the rules, a run of each, its losses, and the curves. */
final class TrainingScript {

    private static final String AIRFOIL = """
            def airfoil():
                \"""NASA's measurements, CC BY 4.0; each column with mean 0 and deviation 1.\"""
                with urllib.request.urlopen(LAB + "api/data/airfoil.csv") as answer:
                    lines = answer.read().decode().splitlines()[2:]
                rows = np.array([[float(cell) for cell in line.split(",")] for line in lines])
                rows = (rows - rows.mean(axis=0)) / %s
                return rows[:%d, :-1], rows[:%d, -1]
            """;

    private static final String ZIPF_TEXT = """
            def zipf_text(documents=%d, words=%d, draws=%d, seed=%d):
                \"""Documents of words drawn by Zipf's law, with labels by the words' true weights.\"""
                random = %s
                truth = [random.gaussian() for _ in range(words)]
                total, frequent = 0, []
                for rank in range(1, words + 1):
                    total += 1 / rank
                    frequent.append(total)
                frequent = [each / total for each in frequent]
                X, y = np.zeros((documents, words)), np.zeros(documents)
                for i in range(documents):
                    drawn = {min(bisect.bisect(frequent, random.uniform()), words - 1) for _ in range(draws)}
                    X[i, sorted(drawn)] = 1
                    z = sum(truth[word] for word in sorted(drawn))
                    y[i] = float(random.uniform() < 1 / (1 + math.exp(-z)))
                return X, y
            """;

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

    private static final String BATCHES = """
            def batches():
                \"""The rows of each batch of all epochs; an epoch's last one may be smaller.\"""
                order = list(range(len(y)))
            %s    for epoch in range(EPOCHS):
            %s        for first in range(0, len(y), BATCH):
                        yield order[first : first + BATCH]
            """;

    private static final String SHUFFLE = """
                    for i in range(len(y) - 1, 0, -1):  # a new order each epoch
                        j = random.below(i + 1)
                        order[i], order[j] = order[j], order[i]
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

            try:
                import matplotlib.pyplot as plt

                for name, curve in curves:
                    plt.plot(*zip(*curve), label=name)
                plt.xlabel("epoch")
                plt.ylabel("loss")
                plt.legend()
                plt.show()
            except ImportError:
                pass  # no picture without Matplotlib
            """;

    private final TrainingExperiment training;
    private final TableTask task;
    private final String server;
    private final boolean torch;
    private final Runs runs;

    TrainingScript(TrainingExperiment training, TableTask task, String server, Dialect dialect) {
        this.training = training;
        this.task = task;
        this.server = server;
        this.torch = dialect == Dialect.TORCH;
        this.runs = new Runs(training.runs(), dialect, this::steps);
    }

    /** Batches until so many examples have been seen. */
    private long steps(long examples) {
        long batch = training.plan().batch();
        long epoch = training.examples();
        return examples / epoch * batches(epoch, batch) + batches(examples % epoch, batch);
    }

    private static long batches(long examples, long batch) {
        return (examples + batch - 1) / batch;
    }

    void write(SourceText script) {
        TrainingPlan plan = training.plan();
        boolean random = plan.shuffle() || plan.initial() == InitialParameters.NORMAL || task == TableTask.ZIPF_TEXT;
        script.add(constants(plan)).add(data()).add(loss()).add(torch ? "" : slope());
        runs.addRules(script);
        script.add(start(plan)).add(batches(plan)).add(run()).add(random ? Helper.RANDOM : "");
        script.add("X, y = " + task.data().replace('-', '_') + "()\n" + runs.list() + "\n" + OUTCOME);
    }

    private String constants(TrainingPlan plan) {
        String first = torch
                ? "torch.set_default_dtype(torch.float64)\n"
                        + "torch.set_num_threads(1)  # the steps are so small that threads would only wait"
                : "np.seterr(all=\"ignore\")  # whatever runs away is looked for below";
        String lab = task == TableTask.AIRFOIL ? "LAB = " + Literal.quoted(server) + "\n" : "";
        return first + "\n\n" + lab + "BATCH, EPOCHS, EVERY, SEED = " + plan.batch() + ", " + plan.epochs() + ", "
                + plan.every() + ", " + plan.seed();
    }

    private String data() {
        return switch (task) {
            case AIRFOIL -> AIRFOIL.formatted(
                            torch ? "rows.std(axis=0, correction=0)" : "rows.std(axis=0)",
                            Airfoil.TRAINING_ROWS,
                            Airfoil.TRAINING_ROWS);
            case ZIPF_TEXT -> zipfText();
        };
    }

    /** What makes the made-up text. */
    static String zipfText() {
        return ZIPF_TEXT.formatted(
                ZipfText.DOCUMENTS,
                ZipfText.WORDS,
                ZipfText.DRAWS,
                ZipfText.SEED,
                Helper.stream("seed", SeededRandom.SYNTHETIC_DATA));
    }

    private String loss() {
        return switch (task) {
            case AIRFOIL -> SQUARED;
            case ZIPF_TEXT -> LOGISTIC.formatted(
                    torch
                            ? "torch.nn.functional.binary_cross_entropy_with_logits(z, y[rows])"
                            : "np.mean(np.logaddexp(0, z) - y[rows] * z)");
        };
    }

    private String slope() {
        return switch (task) {
            case AIRFOIL -> SQUARED_SLOPE;
            case ZIPF_TEXT -> LOGISTIC_SLOPE;
        };
    }

    private static String start(TrainingPlan plan) {
        return plan.initial() == InitialParameters.NORMAL
                ? START.formatted(
                        "    random = " + Helper.stream("SEED", SeededRandom.INITIAL_PARAMETERS) + "\n",
                        "[0.01 * random.gaussian() for _ in X[0]] + [0.0]")
                : START.formatted("", "[0.0 for _ in X[0]] + [0.0]");
    }

    private static String batches(TrainingPlan plan) {
        return plan.shuffle()
                ? BATCHES.formatted(
                        "    random = " + Helper.stream("SEED", SeededRandom.ORDER) + "\n", SHUFFLE)
                : BATCHES.formatted("", "");
    }

    private String run() {
        return torch
                ? RUN.formatted(
                        "make",
                        ".requires_grad_()",
                        "    optimizer = make(w)\n",
                        """
                                optimizer.zero_grad()
                                loss(w, rows).backward()
                                optimizer.step()""".indent(8).stripTrailing())
                : RUN.formatted("step", "", "", "        w = step(t, w, gradient(w, rows))");
    }
}
