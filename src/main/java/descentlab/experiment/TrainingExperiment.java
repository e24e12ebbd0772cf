package descentlab.experiment;

import descentlab.dataset.FashionMnist;
import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Flag;
import descentlab.experiment.LinkParameter.Seed;
import descentlab.experiment.LinkParameter.Text;
import descentlab.landscape.SlicePlan;
import descentlab.model.Architecture;
import descentlab.optimizer.Method;
import descentlab.training.CurvatureWatch;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import descentlab.tuning.RateSearch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Methods training one model on one data set, as a link says it.
 *
 * @param task the data set and the model
 * @param examples how many of the data set's to train on, from the first; of a table all
 * @param plan how to go through the data
 * @param runs the methods, which may hand over between two batches
 */
public record TrainingExperiment(Task task, int examples, TrainingPlan plan, List<Method> runs)
        implements Experiment {

    /** Examples seen by all optimizers together in a few hundredths of a second, evaluations included. */
    private static final int QUICK = 200_000;

    /** Path of the training lab. */
    public static final String PAGE = "lab/training";

    private static final LinkParameter<TrainingExperiment, String> DATA = new LinkParameter<>(
            "data",
            "Data",
            "the data set; fashion-mnist, silhouettes and digits are pictures, the others tables",
            new Text("one of " + Tasks.names() + ", or the name of one's own data", TableTask.AIRFOIL.data()),
            TableTask.AIRFOIL.data(),
            e -> e.task.data());

    private static final LinkParameter<TrainingExperiment, String> MODEL = new LinkParameter<>(
            "model",
            "Network",
            "what is fitted to it; without it lenet on pictures",
            new Text(TableTask.pairs() + ", " + PictureTask.models() + " on pictures", TableTask.AIRFOIL.model()),
            null,
            e -> e.task.model());

    private static final LinkParameter<TrainingExperiment, Integer> PICTURES = new LinkParameter<TrainingExperiment, Integer>(
                    "pictures",
                    "Pictures",
                    "how many to train on, from the first; all without it. Of tables there is no such parameter",
                    new Count(1, FashionMnist.TRAINING),
                    null,
                    e -> e.onPictures() ? (Integer) e.examples : null)
            .omittedWhere(e -> e.examples == e.task.examples());

    private static final LinkParameter<TrainingExperiment, Integer> BATCH = new LinkParameter<>(
            "batch",
            "Batch size",
            "examples in a step, at most all there are; of pictures at most 4096, and 256 without it",
            new Count(1, Integer.MAX_VALUE),
            10,
            e -> e.plan.batch());

    private static final LinkParameter<TrainingExperiment, Integer> EPOCHS = new LinkParameter<>(
            "epochs",
            "Epochs",
            "times through the data, of tables at most 1000; through pictures at most 50, through 2000 or fewer until 750000 are seen,"
                    + " and 5 without it",
            new Count(1, PictureTask.MOST_EPOCHS),
            2,
            e -> e.plan.epochs());

    private static final LinkParameter<TrainingExperiment, Integer> EVERY = new LinkParameter<TrainingExperiment, Integer>(
                    "every",
                    "Evaluate every",
                    "examples between two points of a curve, of which there may be 20000; of pictures 4000, and 20 in an"
                            + " epoch without it",
                    new Count(1, Integer.MAX_VALUE),
                    200,
                    e -> e.plan.every())
            .omittedWhere(e -> e.plan.every() == e.task.every(e.examples));

    private static final LinkParameter<TrainingExperiment, Long> SEED = new LinkParameter<>(
            "seed", "Seed", "decides the initial parameters and the order", new Seed(), 0L, e -> e.plan.seed());

    private static final LinkParameter<TrainingExperiment, Boolean> SHUFFLE = new LinkParameter<>(
            "shuffle",
            "Shuffle each epoch",
            "a new order each time, or that of the file",
            new Flag(),
            true,
            e -> e.plan.shuffle());

    private static final LinkParameter<TrainingExperiment, InitialParameters> INITIAL = new LinkParameter<TrainingExperiment, InitialParameters>(
            "init",
            "Start",
            "how the parameters start; networks start in a way of their own, of which there is no such parameter",
            Choice.of(
                    List.of(InitialParameters.ZERO, InitialParameters.NORMAL),
                    InitialParameters::parameter,
                    each -> each == InitialParameters.ZERO ? "zero" : "normal, deviation 0.01"),
            InitialParameters.NORMAL,
            e -> e.plan.initial() == InitialParameters.OWN ? null : e.plan.initial())
            .omittedWhere(e -> e.task instanceof OwnTask && e.plan.initial() == e.task.size().initial());

    /** All that a link says, in its order. */
    public static final List<LinkParameter<TrainingExperiment, ?>> PARAMETERS = Stream.concat(
                    Stream.of(DATA, MODEL, PICTURES, BATCH, EPOCHS, SEED, SHUFFLE, INITIAL, EVERY),
                    Stream.concat(NetworkParameters.ALL.stream(), SearchParameters.ALL.stream()))
            .toList();

    /** What of a perceptron is set by fields. */
    public static final List<LinkParameter<TrainingExperiment, ?>> PERCEPTRON_FIELDS = NetworkParameters.OF_PERCEPTRON;

    /** What is measured of a network beside its loss, as fields set it. */
    public static final List<LinkParameter<TrainingExperiment, ?>> MEASURED_FIELDS = NetworkParameters.MEASURED;

    /** In which way a rate is looked for, as a field sets it. */
    public static final List<LinkParameter<TrainingExperiment, ?>> SEARCH_KIND = SearchParameters.KIND;

    /** Where it is looked for, and how long. */
    public static final List<LinkParameter<TrainingExperiment, ?>> SEARCH_RANGE = SearchParameters.RANGE;

    /** How many rates a sweep tries. */
    public static final List<LinkParameter<TrainingExperiment, ?>> SEARCH_TRIALS = SearchParameters.OF_SWEEP;

    /** How wide a study's ranges are. */
    public static final List<LinkParameter<TrainingExperiment, ?>> SEARCH_WIDTH = SearchParameters.OF_STUDY;

    /** What a link says beside that of a training on somebody's own data, in its order. */
    public static final List<LinkParameter<TrainingExperiment, ?>> OWN_PARAMETERS = OwnParameters.ALL;

    /** All that links to trainings may say. */
    public static final List<LinkParameter<TrainingExperiment, ?>> ALL =
            Stream.concat(PARAMETERS.stream(), OWN_PARAMETERS.stream()).toList();

    /** What of a training on somebody's own data is set by fields, in their order. */
    public static final List<LinkParameter<TrainingExperiment, ?>> OWN_FIELDS =
            List.of(OwnParameters.ROWS, BATCH, EPOCHS, EVERY, SEED, SHUFFLE);

    /** What of a training on a table is set by fields, in their order. */
    public static final List<LinkParameter<TrainingExperiment, ?>> TABLE_FIELDS =
            List.of(BATCH, EPOCHS, EVERY, SEED, INITIAL, SHUFFLE);

    /** What of a training on pictures is set by fields, in their order. */
    public static final List<LinkParameter<TrainingExperiment, ?>> PICTURE_FIELDS = List.of(
            MODEL.within(Choice.of(
                    Arrays.stream(Architecture.values()).map(Architecture::parameter).toList(),
                    name -> name,
                    name -> Architecture.named(name).orElseThrow().title())),
            PICTURES,
            BATCH,
            EPOCHS,
            SEED,
            SHUFFLE);

    public TrainingExperiment {
        runs = List.copyOf(runs);
    }

    /** What the lab opens on: the chapter's own training beside gradient descent. */
    public static TrainingExperiment initial() {
        return TableTask.AIRFOIL.initial();
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<TrainingExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        Task named = Tasks.read(reader);
        Task task = named instanceof PictureTask ofPictures ? NetworkParameters.read(ofPictures, reader) : named;
        Task.Size size = task.size();
        boolean pictures = task instanceof PictureTask;
        int examples = pictures
                ? PICTURES.within(new Count(1, task.examples())).read(reader, task.examples())
                : task.examples();
        int batch = BATCH.within(new Count(1, Math.min(examples, size.mostBatch())))
                .read(reader, Math.min(size.batch(), examples));
        if (task instanceof PictureTask net && NetworkParameters.leavesOneAlone(net.network(), examples, batch)) {
            reader.problem(
                    BATCH.name(),
                    String.valueOf(batch),
                    "a number that with norm=batch leaves no picture alone, not even in the last batch of " + examples + " pictures");
        }
        int epochs = EPOCHS.within(new Count(1, pictures ? PictureTask.mostEpochs(examples) : size.mostEpochs())).read(reader, size.epochs());
        int every = EVERY.read(reader, task.every(examples));
        long rows = (long) epochs * examples / Math.max(every, batch);
        if (rows > size.mostRows()) {
            reader.tooMuch(
                    "every",
                    String.valueOf(every),
                    "at most " + size.mostRows() + " " + size.rows() + "; these are " + rows);
        }
        if (task instanceof OwnTask && (long) epochs * examples > OwnTask.MOST_SEEN) {
            reader.tooMuch(
                    EPOCHS.name(),
                    String.valueOf(epochs),
                    "at most " + OwnTask.MOST_SEEN + " examples seen; these are " + (long) epochs * examples);
        }
        TrainingPlan plan = new TrainingPlan(
                batch,
                epochs,
                every,
                SEED.read(reader),
                SHUFFLE.read(reader),
                pictures ? size.initial() : INITIAL.read(reader, size.initial()),
                pictures ? NetworkParameters.readWatch(reader) : CurvatureWatch.NONE,
                pictures && NetworkParameters.readRateMaps(reader),
                pictures ? NetworkParameters.readSlice(reader) : SlicePlan.NONE,
                SearchParameters.read(reader));
        List<Method> runs = reader.firstOrderRuns(size.mostRuns(), Handovers.ofTraining(examples, batch, epochs));
        return new Reading<>(new TrainingExperiment(task, examples, plan, runs), reader.problems());
    }

    /**
     * Another network is built as it usually is: what was said of a perceptron is nothing to it. Without a look at the curvature there
     * is nothing between two.
     */
    @Override
    public Reading<? extends Experiment> with(String parameter, String text) {
        TrainingExperiment before =
                SearchParameters.before(NetworkParameters.before(this, parameter, text), parameter, text);
        return NetworkParameters.mayBeEmptied(parameter) && text.isBlank()
                ? new Reading<>(before, List.of())
                : before.equals(this) ? Experiment.super.with(parameter, text) : before.with(parameter, text);
    }

    @Override
    public List<Problem> problems(List<Problem> found, String parameter, String text) {
        return handovers().problem(runs, parameter, text).filter(any -> found.isEmpty()).map(List::of).orElse(found);
    }

    private Handovers handovers() {
        return Handovers.ofTraining(examples, plan.batch(), plan.epochs());
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public Map<String, List<String>> settings() {
        return Experiment.settings(this, ALL);
    }

    /** Whether a task's network is one whose layers can be chosen. */
    public static boolean isPerceptron(Task task) {
        return task instanceof PictureTask pictures && pictures.architecture() == Architecture.MLP;
    }

    /** Whether it trains on pictures. */
    public boolean onPictures() {
        return task instanceof PictureTask;
    }

    /**
     * The same on another task: with what is shown of that first, if this is what is shown of its own first or either is
     * on pictures or somebody's own data, else by the same plan, as far as it fits, and with the same methods, as far as
     * their stages fit.
     */
    public TrainingExperiment withTask(Task other) {
        if (equals(task.initial()) || !(task instanceof TableTask) || !(other instanceof TableTask)) {
            return other.initial();
        }
        int batch = Math.min(plan.batch(), other.examples());
        int every = (int) Math.max(plan.every(), (long) plan.epochs() * other.examples() / other.size().mostRows());
        return new TrainingExperiment(
                other,
                other.examples(),
                new TrainingPlan(batch, plan.epochs(), every, plan.seed(), plan.shuffle(), plan.initial()),
                runs)
                .fitted();
    }

    /** Without the stages that cannot begin where they would. */
    private TrainingExperiment fitted() {
        return withRuns(runs.stream().map(handovers()::fitted).toList());
    }

    /** An end of a batch about half way, where a method may hand over; 0 if there is none. */
    public long middle() {
        return plan.epochs() > 1
                ? (long) plan.epochs() / 2 * examples
                : (long) examples / 2 / plan.batch() * plan.batch();
    }

    /** Whether all of it is computed in a blink, so that it can be run again at each change. */
    public boolean isQuick() {
        return !onPictures() && seen() <= QUICK;
    }

    /** Examples seen by all optimizers together, each time counted. */
    public long seen() {
        return (long) plan.epochs() * examples * runs.size();
    }

    /** The training itself, whatever is looked for beside it. */
    public TrainingExperiment withoutSearch() {
        return withPlan(plan.with(RateSearch.NONE));
    }

    /** The same by another plan, without the stages that cannot begin there. */
    public TrainingExperiment withPlan(TrainingPlan other) {
        return new TrainingExperiment(task, examples, other, runs).fitted();
    }

    @Override
    public TrainingExperiment opened() {
        return runs.isEmpty() ? withRuns(task.initial().runs()) : this;
    }

    @Override
    public TrainingExperiment withRuns(List<? extends Method> others) {
        return new TrainingExperiment(task, examples, plan, List.copyOf(others));
    }
}
