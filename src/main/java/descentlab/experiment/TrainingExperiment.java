package descentlab.experiment;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Optimizers training one model on one data set, as a link says it.
 *
 * @param task the data set and the model
 * @param plan how to go through the data
 * @param runs the optimizers
 */
public record TrainingExperiment(Task task, TrainingPlan plan, List<Optimizer> runs) {

    /** Most optimizers at once. */
    public static final int MOST_RUNS = 8;

    /** Most times through the data. */
    public static final int MOST_EPOCHS = 1000;

    /** Most evaluations of the loss in a run. */
    public static final int MOST_EVALUATIONS = 20_000;

    private static final int BATCH = 10;
    private static final int EPOCHS = 2;
    private static final int EVERY = 200;

    public TrainingExperiment {
        runs = List.copyOf(runs);
    }

    /** What the lab opens on: the chapter's own training beside gradient descent. */
    public static TrainingExperiment initial() {
        return initial(Task.AIRFOIL);
    }

    /** What the lab shows of a task first. */
    public static TrainingExperiment initial(Task task) {
        return switch (task) {
            case AIRFOIL -> initial(task, EPOCHS, "adagrad(lr=0.1)", "sgd(lr=0.01)", "momentum(lr=0.005)");
            // Each at the rate with the least loss on text that it is not trained on: decision 0091.
            case ZIPF_TEXT ->
                initial(
                        task,
                        1,
                        "sgd(lr=0.88)",
                        "sgd(lr=14,schedule=invsqrt(1))",
                        "counter(lr=9.8)",
                        "adagrad(lr=0.44)");
        };
    }

    private static TrainingExperiment initial(Task task, int epochs, String... runs) {
        return new TrainingExperiment(
                task,
                new TrainingPlan(BATCH, epochs, EVERY, 0, true, InitialParameters.NORMAL),
                Arrays.stream(runs).map(OptimizerSpec::parse).toList());
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<TrainingExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        Task task = Task.read(reader);
        int batch = reader.count("batch", BATCH, 1, task.examples());
        int epochs = reader.count("epochs", EPOCHS, 1, MOST_EPOCHS);
        int every = reader.count("every", EVERY, 1, Integer.MAX_VALUE);
        long evaluations = (long) epochs * task.examples() / Math.max(every, batch);
        if (evaluations > MOST_EVALUATIONS) {
            reader.tooMuch(
                    "every",
                    String.valueOf(every),
                    "at most " + MOST_EVALUATIONS + " evaluations; these are " + evaluations);
        }
        TrainingPlan plan = new TrainingPlan(
                batch,
                epochs,
                every,
                reader.seed("seed"),
                reader.flag("shuffle", true),
                initialParameters(reader));
        return new Reading<>(
                new TrainingExperiment(task, plan, reader.firstOrderRuns(MOST_RUNS)), reader.problems());
    }

    private static InitialParameters initialParameters(QueryReader reader) {
        return switch (reader.text("init").orElse("normal")) {
            case "normal" -> InitialParameters.NORMAL;
            case "zero" -> InitialParameters.ZERO;
            default -> {
                reader.problem("init", reader.text("init").orElse(""), "zero or normal");
                yield InitialParameters.NORMAL;
            }
        };
    }

    /** The whole experiment as a query, the same for equal experiments. */
    public String query() {
        QueryWriter query = new QueryWriter();
        settings().forEach((name, values) -> query.add(name, values.getFirst()));
        runs.forEach(run -> query.add("run", OptimizerSpec.print(run)));
        return query.toString();
    }

    /** All but the runs as the parameters of a link, in their order; {@code every} only where it is not the default. */
    public Map<String, List<String>> settings() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("data", List.of(task.data()));
        parameters.put("model", List.of(task.model()));
        parameters.put("batch", List.of(String.valueOf(plan.batch())));
        parameters.put("epochs", List.of(String.valueOf(plan.epochs())));
        parameters.put("seed", List.of(String.valueOf(plan.seed())));
        parameters.put("shuffle", List.of(String.valueOf(plan.shuffle())));
        parameters.put("init", List.of(plan.initial().parameter()));
        if (plan.every() != EVERY) {
            parameters.put("every", List.of(String.valueOf(plan.every())));
        }
        return parameters;
    }

    /**
     * The same on another task: with what is shown of that first, if this is what is shown of its own first, else by
     * the same plan, as far as it fits, and with the same optimizers.
     */
    public TrainingExperiment withTask(Task other) {
        if (equals(initial(task))) {
            return initial(other);
        }
        int batch = Math.min(plan.batch(), other.examples());
        int every = (int) Math.max(plan.every(), (long) plan.epochs() * other.examples() / MOST_EVALUATIONS);
        return new TrainingExperiment(
                other,
                new TrainingPlan(batch, plan.epochs(), every, plan.seed(), plan.shuffle(), plan.initial()),
                runs);
    }

    /** The same by another plan. */
    public TrainingExperiment withPlan(TrainingPlan other) {
        return new TrainingExperiment(task, other, runs);
    }

    /** The same with other optimizers. */
    public TrainingExperiment withRuns(List<Optimizer> others) {
        return new TrainingExperiment(task, plan, others);
    }
}
