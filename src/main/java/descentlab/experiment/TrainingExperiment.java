package descentlab.experiment;

import descentlab.dataset.Airfoil;
import descentlab.model.LinearRegression;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Optimizers training one model on one data set, as a link says it.
 *
 * @param data name of the data set
 * @param model name of the model
 * @param plan how to go through the data
 * @param runs the optimizers
 */
public record TrainingExperiment(String data, String model, TrainingPlan plan, List<Optimizer> runs) {

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
        return new TrainingExperiment(
                Airfoil.NAME,
                LinearRegression.NAME,
                new TrainingPlan(BATCH, EPOCHS, EVERY, 0, true, InitialParameters.NORMAL),
                List.of(
                        OptimizerSpec.parse("adagrad(lr=0.1)"),
                        OptimizerSpec.parse("sgd(lr=0.01)"),
                        OptimizerSpec.parse("momentum(lr=0.005)")));
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<TrainingExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        String data = name(reader, "data", Airfoil.NAME);
        String model = name(reader, "model", LinearRegression.NAME);
        int examples = Airfoil.TRAINING_ROWS;
        int batch = reader.count("batch", BATCH, 1, examples);
        int epochs = reader.count("epochs", EPOCHS, 1, MOST_EPOCHS);
        int every = reader.count("every", EVERY, 1, Integer.MAX_VALUE);
        long evaluations = (long) epochs * examples / Math.max(every, batch);
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
                new TrainingExperiment(data, model, plan, reader.firstOrderRuns(MOST_RUNS)), reader.problems());
    }

    private static String name(QueryReader reader, String parameter, String only) {
        reader.text(parameter).filter(name -> !name.equals(only)).ifPresent(name -> reader.problem(parameter, name, only));
        return only;
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
        QueryWriter query = new QueryWriter().add("data", data).add("model", model);
        parameters(plan).forEach((name, values) -> query.add(name, values.getFirst()));
        runs.forEach(run -> query.add("run", OptimizerSpec.print(run)));
        return query.toString();
    }

    /** A plan as the parameters of a link, in their order; {@code every} only where it is not the default. */
    public static Map<String, List<String>> parameters(TrainingPlan plan) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
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

    /** The same by another plan. */
    public TrainingExperiment withPlan(TrainingPlan other) {
        return new TrainingExperiment(data, model, other, runs);
    }

    /** The same with other optimizers. */
    public TrainingExperiment withRuns(List<Optimizer> others) {
        return new TrainingExperiment(data, model, plan, others);
    }
}
