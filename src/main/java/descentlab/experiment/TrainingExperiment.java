package descentlab.experiment;

import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Flag;
import descentlab.experiment.LinkParameter.Seed;
import descentlab.experiment.LinkParameter.Text;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Optimizers training one model on one data set, as a link says it.
 *
 * @param task the data set and the model
 * @param plan how to go through the data
 * @param runs the optimizers
 */
public record TrainingExperiment(Task task, TrainingPlan plan, List<Optimizer> runs) implements Experiment {

    /** Examples seen by all optimizers together in a few hundredths of a second, evaluations included. */
    private static final int QUICK = 200_000;

    /** Path of the training lab. */
    public static final String PAGE = "lab/training";

    /** Most optimizers at once. */
    public static final int MOST_RUNS = 8;

    /** Most times through the data. */
    public static final int MOST_EPOCHS = 1000;

    /** Most evaluations of the loss in a run. */
    public static final int MOST_EVALUATIONS = 20_000;

    private static final LinkParameter<TrainingExperiment, String> DATA = new LinkParameter<>(
            "data", "Data", "the data set", new Text("one of " + Task.allData(), Task.AIRFOIL.data()), Task.AIRFOIL.data(), e -> e.task.data());

    private static final LinkParameter<TrainingExperiment, String> MODEL = new LinkParameter<>(
            "model", "Model", "what is fitted to it", new Text(Task.pairs(), Task.AIRFOIL.model()), null, e -> e.task.model());

    private static final LinkParameter<TrainingExperiment, Integer> BATCH = new LinkParameter<>(
            "batch",
            "Batch size",
            "examples in a step, at most all there are",
            new Count(1, Integer.MAX_VALUE),
            10,
            e -> e.plan.batch());

    private static final LinkParameter<TrainingExperiment, Integer> EPOCHS = new LinkParameter<>(
            "epochs", "Epochs", "times through the data", new Count(1, MOST_EPOCHS), 2, e -> e.plan.epochs());

    private static final LinkParameter<TrainingExperiment, Integer> EVERY = new LinkParameter<TrainingExperiment, Integer>(
                    "every",
                    "Evaluate every",
                    "examples between two evaluations of the loss, of which there may be " + MOST_EVALUATIONS,
                    new Count(1, Integer.MAX_VALUE),
                    200,
                    e -> e.plan.every())
            .omittedWhere(e -> e.plan.every() == 200);

    private static final LinkParameter<TrainingExperiment, Long> SEED = new LinkParameter<>(
            "seed", "Seed", "decides the initial parameters and the order", new Seed(), 0L, e -> e.plan.seed());

    private static final LinkParameter<TrainingExperiment, Boolean> SHUFFLE = new LinkParameter<>(
            "shuffle",
            "Shuffle each epoch",
            "a new order each time, or that of the file",
            new Flag(),
            true,
            e -> e.plan.shuffle());

    private static final LinkParameter<TrainingExperiment, InitialParameters> INITIAL = new LinkParameter<>(
            "init",
            "Start",
            "how the parameters start",
            Choice.of(
                    List.of(InitialParameters.values()),
                    InitialParameters::parameter,
                    each -> each == InitialParameters.ZERO ? "zero" : "normal, deviation 0.01"),
            InitialParameters.NORMAL,
            e -> e.plan.initial());

    /** All that a link says, in its order. */
    public static final List<LinkParameter<TrainingExperiment, ?>> PARAMETERS =
            List.of(DATA, MODEL, BATCH, EPOCHS, SEED, SHUFFLE, INITIAL, EVERY);

    /** What of it is set by fields, in their order. */
    public static final List<LinkParameter<TrainingExperiment, ?>> FIELDS =
            List.of(BATCH, EPOCHS, EVERY, SEED, INITIAL, SHUFFLE);

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
            case AIRFOIL -> initial(task, EPOCHS.initial(), "adagrad(lr=0.1)", "sgd(lr=0.01)", "momentum(lr=0.005)");
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
                new TrainingPlan(
                        BATCH.initial(),
                        epochs,
                        EVERY.initial(),
                        SEED.initial(),
                        SHUFFLE.initial(),
                        INITIAL.initial()),
                Arrays.stream(runs).map(OptimizerSpec::parse).toList());
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<TrainingExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        Task task = Task.read(reader);
        int batch = BATCH.within(new Count(1, task.examples())).read(reader);
        int epochs = EPOCHS.read(reader);
        int every = EVERY.read(reader);
        long evaluations = (long) epochs * task.examples() / Math.max(every, batch);
        if (evaluations > MOST_EVALUATIONS) {
            reader.tooMuch(
                    "every",
                    String.valueOf(every),
                    "at most " + MOST_EVALUATIONS + " evaluations; these are " + evaluations);
        }
        TrainingPlan plan = new TrainingPlan(
                batch, epochs, every, SEED.read(reader), SHUFFLE.read(reader), INITIAL.read(reader));
        return new Reading<>(
                new TrainingExperiment(task, plan, reader.firstOrderRuns(MOST_RUNS)), reader.problems());
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public Map<String, List<String>> settings() {
        return Experiment.settings(this, PARAMETERS);
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

    /** Whether all of it is computed in a blink, so that it can be run again at each change. */
    public boolean isQuick() {
        return (long) plan.epochs() * task.examples() * runs.size() <= QUICK;
    }

    /** The same by another plan. */
    public TrainingExperiment withPlan(TrainingPlan other) {
        return new TrainingExperiment(task, other, runs);
    }

    @Override
    public TrainingExperiment opened() {
        return runs.isEmpty() ? withRuns(initial(task).runs()) : this;
    }

    @Override
    public TrainingExperiment withRuns(List<Optimizer> others) {
        return new TrainingExperiment(task, plan, others);
    }
}
