package descentlab.experiment;

import descentlab.dataset.FashionMnist;
import descentlab.dataset.Silhouettes;
import descentlab.model.Network;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.ImagePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
public record ImageExperiment(String data, Network network, int pictures, ImagePlan plan, List<Optimizer> runs) {

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

    private static final int BATCH = 256;
    private static final int EPOCHS = 5;
    private static final int POINTS_IN_EPOCH = 20;

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
                ? initial(data, BATCH, EPOCHS, "sgd(lr=1.4)", "adagrad(lr=0.075)", "adam(lr=0.009)")
                // A sixth of the pictures: smaller batches and more epochs, or none would leave the first plateau.
                : initial(data, BATCH / 4, 2 * EPOCHS, "sgd(lr=1.4)", "adagrad(lr=0.03)", "adam(lr=0.003)");
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
        String data = reader.text("data").orElse(FashionMnist.NAME);
        if (!DATA.contains(data)) {
            reader.problem("data", data, String.join(" or ", DATA));
            data = FashionMnist.NAME;
        }
        String model = reader.text("model").orElse(Network.LENET.name());
        Network network = Network.named(model).orElse(Network.LENET);
        if (!network.name().equals(model)) {
            reader.problem("model", model, Network.ALL.stream().map(Network::name).collect(Collectors.joining(", ")));
        }
        int pictures = reader.count("pictures", most(data), 1, most(data));
        int batch = reader.count("batch", Math.min(BATCH, pictures), 1, Math.min(pictures, MOST_BATCH));
        int epochs = reader.count("epochs", EPOCHS, 1, MOST_EPOCHS);
        int every = reader.count("every", every(pictures), 1, Integer.MAX_VALUE);
        long points = (long) epochs * pictures / Math.max(every, batch);
        if (points > MOST_POINTS) {
            reader.tooMuch("every", String.valueOf(every), "at most " + MOST_POINTS + " points; these are " + points);
        }
        ImagePlan plan = new ImagePlan(batch, epochs, every, reader.seed("seed"), reader.flag("shuffle", true));
        return new Reading<>(
                new ImageExperiment(data, network, pictures, plan, reader.firstOrderRuns(MOST_RUNS)),
                reader.problems());
    }

    /** The whole experiment as a query, the same for equal experiments. */
    public String query() {
        QueryWriter query = new QueryWriter();
        settings().forEach((name, values) -> query.add(name, values.getFirst()));
        runs.forEach(run -> query.add("run", OptimizerSpec.print(run)));
        return query.toString();
    }

    /**
     * All but the runs as the parameters of a link, in their order; {@code pictures} only where it is not all, {@code
     * every} only where it is not the default.
     */
    public Map<String, List<String>> settings() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("data", List.of(data));
        parameters.put("model", List.of(network.name()));
        if (pictures != most(data)) {
            parameters.put("pictures", List.of(String.valueOf(pictures)));
        }
        parameters.put("batch", List.of(String.valueOf(plan.batch())));
        parameters.put("epochs", List.of(String.valueOf(plan.epochs())));
        parameters.put("seed", List.of(String.valueOf(plan.seed())));
        parameters.put("shuffle", List.of(String.valueOf(plan.shuffle())));
        if (plan.every() != every(pictures)) {
            parameters.put("every", List.of(String.valueOf(plan.every())));
        }
        return parameters;
    }

    /** The same with other optimizers. */
    public ImageExperiment withRuns(List<Optimizer> others) {
        return new ImageExperiment(data, network, pictures, plan, others);
    }
}
