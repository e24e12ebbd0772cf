package descentlab.experiment;

import descentlab.dataset.FashionMnist;
import descentlab.dataset.Silhouettes;
import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Flag;
import descentlab.experiment.LinkParameter.Seed;
import descentlab.model.Network;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.ImagePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Optimizers training one network on pictures, as a link says it.
 *
 * @param data name of the pictures
 * @param network what is trained
 * @param pictures how many of them to train on, from the first
 * @param plan how to go through them
 * @param runs the optimizers
 */
public record ImageExperiment(String data, Network network, int pictures, ImagePlan plan, List<Optimizer> runs)
        implements Experiment {

    /** Names of the pictures there are, real ones first. */
    public static final List<String> DATA = List.of(FashionMnist.NAME, Silhouettes.NAME);

    /** Most optimizers at once. */
    public static final int MOST_RUNS = 4;

    /** Most times through the pictures. */
    public static final int MOST_EPOCHS = 50;

    /** Most pictures in a batch: a batch is a slice of computing, for which others wait. */
    public static final int MOST_BATCH = 4096;

    /** Most points of a curve. */
    public static final int MOST_POINTS = 4000;

    private static final int POINTS_IN_EPOCH = 20;

    private static final LinkParameter<ImageExperiment, String> NAME = new LinkParameter<>(
            "data", "Data", "the pictures", Choice.of(DATA, name -> name, name -> name), FashionMnist.NAME, e -> e.data);

    private static final LinkParameter<ImageExperiment, Network> NETWORK = new LinkParameter<>(
            "model",
            "Network",
            "what is trained",
            Choice.of(Network.ALL, Network::name, Network::title),
            Network.LENET,
            e -> e.network);

    private static final LinkParameter<ImageExperiment, Integer> PICTURES = new LinkParameter<ImageExperiment, Integer>(
                    "pictures",
                    "Pictures",
                    "how many to train on, from the first; all without it",
                    new Count(1, FashionMnist.TRAINING),
                    null,
                    e -> e.pictures)
            .omittedWhere(e -> e.pictures == most(e.data));

    private static final LinkParameter<ImageExperiment, Integer> BATCH = new LinkParameter<>(
            "batch",
            "Batch size",
            "pictures in a step, at most all there are",
            new Count(1, MOST_BATCH),
            256,
            e -> e.plan.batch());

    private static final LinkParameter<ImageExperiment, Integer> EPOCHS = new LinkParameter<>(
            "epochs", "Epochs", "times through the pictures", new Count(1, MOST_EPOCHS), 5, e -> e.plan.epochs());

    private static final LinkParameter<ImageExperiment, Long> SEED = new LinkParameter<>(
            "seed", "Seed", "decides the initial parameters and the order", new Seed(), 0L, e -> e.plan.seed());

    private static final LinkParameter<ImageExperiment, Boolean> SHUFFLE = new LinkParameter<>(
            "shuffle",
            "Shuffle each epoch",
            "a new order each time, or that of the file",
            new Flag(),
            true,
            e -> e.plan.shuffle());

    private static final LinkParameter<ImageExperiment, Integer> EVERY = new LinkParameter<ImageExperiment, Integer>(
                    "every",
                    "Evaluate every",
                    "pictures between two points of a curve, of which there may be " + MOST_POINTS + "; without it, "
                            + POINTS_IN_EPOCH + " in an epoch",
                    new Count(1, Integer.MAX_VALUE),
                    null,
                    e -> e.plan.every())
            .omittedWhere(e -> e.plan.every() == every(e.pictures));

    /** All that a link says, in its order. */
    public static final List<LinkParameter<ImageExperiment, ?>> PARAMETERS =
            List.of(NAME, NETWORK, PICTURES, BATCH, EPOCHS, SEED, SHUFFLE, EVERY);

    /** What of it is set by fields, in their order. */
    public static final List<LinkParameter<ImageExperiment, ?>> FIELDS =
            List.of(NETWORK, PICTURES, BATCH, EPOCHS, SEED, SHUFFLE);

    public ImageExperiment {
        runs = List.copyOf(runs);
    }

    /** Whether a query of the training lab asks for pictures. */
    public static boolean isAskedFor(Map<String, List<String>> query) {
        return query.getOrDefault("data", List.of()).stream().anyMatch(DATA::contains);
    }

    /** LeNet from one start by the three optimizers of the course's story; on Fashion-MNIST at rates found by a sweep. */
    public static ImageExperiment initial(String data) {
        return data.equals(FashionMnist.NAME)
                ? initial(data, BATCH.initial(), EPOCHS.initial(), "sgd(lr=1.4)", "adagrad(lr=0.075)", "adam(lr=0.009)")
                // A sixth of the pictures: smaller batches and more epochs, or none would leave the first plateau.
                : initial(data, BATCH.initial() / 4, 2 * EPOCHS.initial(), "sgd(lr=1.4)", "adagrad(lr=0.03)", "adam(lr=0.003)");
    }

    private static ImageExperiment initial(String data, int batch, int epochs, String... runs) {
        int pictures = most(data);
        return new ImageExperiment(
                data,
                Network.LENET,
                pictures,
                new ImagePlan(batch, epochs, every(pictures), 0, true),
                Stream.of(runs).map(OptimizerSpec::parse).toList());
    }

    private static int most(String data) {
        return data.equals(FashionMnist.NAME) ? FashionMnist.TRAINING : Silhouettes.TRAINING;
    }

    private static int every(int pictures) {
        return Math.max(1, pictures / POINTS_IN_EPOCH);
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<ImageExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        String data = NAME.read(reader);
        Network network = NETWORK.read(reader);
        int pictures = PICTURES.within(new Count(1, most(data))).read(reader, most(data));
        int batch = BATCH.within(new Count(1, Math.min(pictures, MOST_BATCH)))
                .read(reader, Math.min(BATCH.initial(), pictures));
        int epochs = EPOCHS.read(reader);
        int every = EVERY.read(reader, every(pictures));
        long points = (long) epochs * pictures / Math.max(every, batch);
        if (points > MOST_POINTS) {
            reader.tooMuch("every", String.valueOf(every), "at most " + MOST_POINTS + " points; these are " + points);
        }
        ImagePlan plan = new ImagePlan(batch, epochs, every, SEED.read(reader), SHUFFLE.read(reader));
        return new Reading<>(
                new ImageExperiment(data, network, pictures, plan, reader.firstOrderRuns(MOST_RUNS)),
                reader.problems());
    }

    @Override
    public String page() {
        return TrainingExperiment.PAGE;
    }

    @Override
    public Map<String, List<String>> settings() {
        return Experiment.settings(this, PARAMETERS);
    }

    @Override
    public ImageExperiment opened() {
        return runs.isEmpty() ? withRuns(initial(data).runs()) : this;
    }

    @Override
    public ImageExperiment withRuns(List<Optimizer> others) {
        return new ImageExperiment(data, network, pictures, plan, others);
    }
}
