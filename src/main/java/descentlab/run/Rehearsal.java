package descentlab.run;

import descentlab.dataset.ByteImages;
import descentlab.dataset.Images;
import descentlab.dataset.PictureSet;
import descentlab.dataset.Preparation;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TableTask;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.EmpiricalRisk;
import descentlab.model.HessianProduct;
import descentlab.model.Loss;
import descentlab.model.Measure;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.ShardedNetwork;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.Stage;
import descentlab.training.InitialParameters;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Lets each network run through some pictures, and each optimizer through some of a table, before anybody's training
 * does. The first time the virtual machine interprets its kernels, a few hundred times as slowly as it runs them once they
 * are compiled: a piece of work that takes a millisecond then takes half a second or, on a busy computer, some; and the
 * time of an epoch that is told would be the compiler's. So that happens on a thread of its own, not in a turn in which
 * others wait. What is computed is thrown away.
 */
final class Rehearsal {

    /** As long as batches usually are: the kernels are compiled for how many pictures go through at a time. */
    private static final int BATCH = 256;

    private static final int BATCHES = 24;
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    private static final long TABLES_LONGEST = Duration.ofMillis(80).toNanos();
    private static final TrainingPlan TABLES_PLAN =
            new TrainingPlan(10, 1000, Integer.MAX_VALUE, 0, true, InitialParameters.NORMAL);

    private static final Map<Object, CompletableFuture<Void>> REHEARSED = new ConcurrentHashMap<>();

    /** A rule on a data set, whatever its rate. */
    private record OnTable(TableTask task, String optimizer) {}

    private Rehearsal() {}

    /** A network on pictures: others of that name take the same ways, however many units they have. */
    private record OnPictures(
            String network, Loss loss, Activation activation, Norm norm, Preparation preparation, boolean looked) {}

    /**
     * Completes once a task's network has been rehearsed; at once if it has been, or one like it.
     *
     * @param looked whether its curvature is to be looked at, too
     */
    static CompletableFuture<Void> of(PictureTask task, ByteImages pictures, boolean looked) {
        Network network = task.network();
        OnPictures like = new OnPictures(
                network.name(), network.loss(), task.perceptron().activation(), task.norm(), task.preparation(), looked);
        ByteImages few = pictures.first(BATCH);
        return once(like, network.name(), () -> rehearse(network, task.preparation().of(few, few), looked));
    }

    /** Begins with the network that a link means which names none, so that whoever trains it first need not wait. */
    static void early() {
        PictureTask usual = new PictureTask(PictureSet.SILHOUETTES, Architecture.LENET);
        int side = usual.network().side();
        byte[] black = new byte[BATCH * side * side];
        of(usual, new ByteImages(List.of("black"), side, side, black, new byte[BATCH]), false);
    }

    /** Completes once the optimizers of these methods have been rehearsed on a task; at once if they have been. */
    static CompletableFuture<Void> of(TableTask task, EmpiricalRisk problem, List<Method> methods) {
        return CompletableFuture.allOf(methods.stream()
                .flatMap(method -> method.stages().stream())
                .map(Stage::optimizer)
                .map(optimizer -> {
                    String name = Optimizers.of(optimizer).name();
                    return once(new OnTable(task, name), name, () -> rehearse(problem, optimizer));
                })
                .toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> once(Object what, String name, Runnable rehearsal) {
        return REHEARSED.computeIfAbsent(what, key -> CompletableFuture.runAsync(
                rehearsal, work -> Thread.ofPlatform().name("rehearse-" + name).daemon().start(work)));
    }

    private static void rehearse(EmpiricalRisk problem, Optimizer optimizer) {
        long begin = System.nanoTime();
        Training training = new Training(problem, Measure.NONE, optimizer, TABLES_PLAN);
        while (System.nanoTime() - begin < TABLES_LONGEST && !training.advance(() -> false)) {
            // on
        }
    }

    private static void rehearse(Network network, Images pictures, boolean looked) {
        int batch = Math.min(BATCH, pictures.count());
        ShardedNetwork sharded = new ShardedNetwork(network, pictures, batch, Crew.NONE);
        int[] rows = IntStream.range(0, batch).toArray();
        double[] parameters = new double[network.size()];
        double[] gradient = new double[network.size()];
        byte[] predicted = new byte[pictures.count()];
        HessianProduct hessian = new HessianProduct(network, pictures, batch, Crew.NONE);
        long begin = System.nanoTime();
        for (int i = 0; i < BATCHES && System.nanoTime() - begin < LONGEST; i++) {
            sharded.lossAndGradient(parameters, rows, 0, batch, gradient);
            sharded.classify(parameters, pictures, 0, batch, predicted);
            if (looked) {
                hessian.multiply(parameters, gradient);
            }
        }
    }
}
