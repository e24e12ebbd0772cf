package descentlab.python;

import descentlab.experiment.TrainingExperiment;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;

/** Training on a table: the data, the loss, the rules, a run of each, its losses, and the curves. */
final class TrainingScript {

    private static final String RUN = """
            def run(%s):
                w, seen = start()%s, 0
            %s    curve = [(0.0, %s)]
                for t, rows in enumerate(batches(), 1):
            %s
                    seen += len(rows)
                    if seen // EVERY > (seen - len(rows)) // EVERY or seen == EPOCHS * len(y):
                        curve.append((seen / len(y), %s))
                        if not math.isfinite(curve[-1][1]):
                            return curve[:-1]  # it has run away
                return curve
            """;

    private static final String CURVES = "curves = [(name, run(optimizer)) for name, optimizer in RUNS]\n";

    private final TrainingExperiment training;
    private final TrainedTask task;
    private final Dialect dialect;
    private final Runs runs;

    TrainingScript(TrainingExperiment training, TrainedTask task, Dialect dialect) {
        this.training = training;
        this.task = task;
        this.dialect = dialect;
        this.runs = new Runs(training.runs(), dialect, new Batches(training)::until, Stepped.VECTOR);
    }

    void write(SourceText script) {
        TrainingPlan plan = training.plan();
        boolean random = plan.shuffle() || plan.initial() != InitialParameters.ZERO || task.drawsData();
        script.chapter("## What is asked\n\nEverything that the link says, as numbers.").addPlain(constants(plan));
        task.addData(script.chapter("## The data\n\n" + task.about()));
        script.chapter("## The loss\n\n$$" + task.formula() + "$$").addPlain(task.loss()).addPlain(slope());
        runs.addRules(script);
        script.chapter("## A run\n\nFrom its first weights, batch by batch in the lab's own order: both come from the lab's"
                        + " generator and the seed.")
                .addPlain(task.start())
                .addAsItIs(Batches.code(plan.shuffle(), "len(y)"))
                .addPlain(run())
                .add(random ? Helper.RANDOM : "");
        script.chapter("## The training\n\nThe losses of each run, now and then, as the lab's curve has them.")
                .addAsItIs(task.read() + "\n" + runs.sizes(task.sizes()) + runs.list() + "\n" + CURVES + task.outcome());
        script.chapter("## The picture").addAsItIs(task.picture());
    }

    private String constants(TrainingPlan plan) {
        String first = dialect == Dialect.TORCH
                ? "\ntorch.set_num_threads(1)  # the steps are so small that threads would only wait"
                : "";
        return dialect.inDouble() + first + "\n\n" + task.constants() + "BATCH, EPOCHS, EVERY, SEED = " + plan.batch() + ", "
                + plan.epochs() + ", " + plan.every() + ", " + plan.seed();
    }

    private String slope() {
        return switch (dialect) {
            case TORCH -> "";
            case JAX -> "slope = jax.jit(jax.grad(loss))\n\n\ndef gradient(w, rows):\n    return slope(w, np.array(rows))";
            default -> task.slope();
        };
    }

    private String run() {
        return switch (dialect) {
            case TORCH -> run(
                    "make",
                    ".requires_grad_()",
                    "    optimizer = make(w)\n",
                    """
                            optimizer.zero_grad()
                            loss(w, rows).backward()
                            optimizer.step()""".indent(8).stripTrailing());
            case KERAS -> run(
                    "optimizers",
                    "",
                    "    variable = keras.Variable(w)\n",
                    """
                            optimizers.next().apply([ops.array(gradient(w, rows))], [variable])
                            w = ops.convert_to_numpy(variable)""".indent(8).stripTrailing());
            default -> run("step", "", "", "        w = step(t, w, gradient(w, rows))");
        };
    }

    private String run(String by, String asked, String before, String step) {
        return RUN.formatted(by, asked, before, task.measured(), step, task.measured());
    }
}
