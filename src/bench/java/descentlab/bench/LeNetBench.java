package descentlab.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.tracker.Tracker;
import com.sun.management.OperatingSystemMXBean;
import descentlab.dataset.ByteImages;
import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.linalg.FloatKernels;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * LeNet as the course has it, batch 256: this program's training beside that of DJL's PyTorch engine, in
 * turns within one process, so that whatever else the machine does slows both. Both by gradient descent, in float; DJL
 * has its pictures as floats from the start, ours come from bytes. Prints seconds for 60,000 pictures, by the clock and
 * of all cores' time together. An argument says on how many cores; on a busy machine 1 is the fair number, since
 * PyTorch's threads wait for each other by spinning. Then the floor: the time that an epoch's multiply-adds alone would take
 * at the rate of PyTorch's product of large matrices, the best library's here, measured in the same process; and which
 * methods our time went to.
 */
public final class LeNetBench {

    private static final int BATCH = 256;
    private static final int BATCHES = 24;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final double EPOCH = 60_000;

    /** 10^9 operations of an epoch, two for a multiply-add that means something; the first layer has no gradient to hand on. */
    private static final double GFLOP = 136;

    private static final int LARGE = 2048;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private LeNetBench() {}

    private record Time(double clock, double cores) {
        static final Time LONG = new Time(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        Time least(Time other) {
            return new Time(Math.min(clock, other.clock), Math.min(cores, other.cores));
        }
    }

    public static void main(String[] arguments) {
        int cores = arguments.length == 0 ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(arguments[0]);
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(cores));
        ImageData all = Silhouettes.standard();
        ImageData data = new ImageData("bench", "Bench", all.training().first(BATCH * BATCHES), all.test().first(1));
        System.out.println("Vector API: " + FloatKernels.vectorized() + ", threads: " + cores);
        try (Peer peer = new Peer(data.training())) {
            Training ours = new Training(
                    Architecture.LENET.on(28, 10),
                    data,
                    OptimizerSpec.parse("sgd(lr=0.5)"),
                    new TrainingPlan(BATCH, Integer.MAX_VALUE / (BATCH * BATCHES), BATCH * BATCHES, 0, true),
                    new Crew(cores - 1));
            BooleanSupplier never = () -> false;
            ours.advance(never); // the test before the first batch
            Hotspots hotspots = new Hotspots();
            Time bestOurs = Time.LONG;
            Time bestPeer = Time.LONG;
            for (int round = 0; round < ROUNDS; round++) {
                Time our;
                try (Hotspots.Watch watch = hotspots.watch(round >= WARM_UP)) {
                    our = time(batch -> ours.advance(never));
                }
                Time other = time(peer::train);
                System.out.printf(
                        "%s ours %.2f s (cores' time %.2f s), DJL %.2f s (%.2f s), ratio %.2f (%.2f)%n",
                        round < WARM_UP ? "warm-up" : "round  ",
                        our.clock, our.cores, other.clock, other.cores,
                        our.clock / other.clock, our.cores / other.cores);
                if (round >= WARM_UP) {
                    bestOurs = bestOurs.least(our);
                    bestPeer = bestPeer.least(other);
                }
            }
            System.out.printf(
                    "least   ours %.2f s (cores' time %.2f s), DJL %.2f s (%.2f s), ratio %.2f (%.2f)%n",
                    bestOurs.clock, bestOurs.cores, bestPeer.clock, bestPeer.cores,
                    bestOurs.clock / bestPeer.clock, bestOurs.cores / bestPeer.cores);
            double rate = peer.multiplications();
            System.out.printf(
                    "floor   %.2f s for %.0f GFLOP at PyTorch's %.0f GFLOP/s; ours is %.1f times that, DJL %.1f times%n",
                    GFLOP / rate, GFLOP, rate, bestOurs.clock * rate / GFLOP, bestPeer.clock * rate / GFLOP);
            hotspots.print();
        }
        System.exit(0);
    }

    private static Time time(IntConsumer trainBatch) {
        long clock = System.nanoTime();
        long cores = SYSTEM.getProcessCpuTime();
        for (int batch = 0; batch < BATCHES; batch++) {
            trainBatch.accept(batch);
        }
        double scale = 1e-9 * EPOCH / (BATCH * BATCHES);
        return new Time(scale * (System.nanoTime() - clock), scale * (SYSTEM.getProcessCpuTime() - cores));
    }

    /** The same network in DJL. */
    private static final class Peer implements AutoCloseable {

        private final Model model = Model.newInstance("lenet", "PyTorch");
        private final Trainer trainer;
        private final NDArray pictures;
        private final NDArray labels;

        Peer(ByteImages images) {
            SequentialBlock block = new SequentialBlock()
                    .add(Conv2d.builder()
                            .setKernelShape(new Shape(5, 5))
                            .optPadding(new Shape(2, 2))
                            .setFilters(6)
                            .build())
                    .add(Activation.sigmoidBlock())
                    .add(Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                    .add(Conv2d.builder().setKernelShape(new Shape(5, 5)).setFilters(16).build())
                    .add(Activation.sigmoidBlock())
                    .add(Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                    .add(Blocks.batchFlattenBlock())
                    .add(Linear.builder().setUnits(120).build())
                    .add(Activation.sigmoidBlock())
                    .add(Linear.builder().setUnits(84).build())
                    .add(Activation.sigmoidBlock())
                    .add(Linear.builder().setUnits(10).build());
            model.setBlock(block);
            trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .optOptimizer(ai.djl.training.optimizer.Optimizer.sgd()
                            .setLearningRateTracker(Tracker.fixed(0.5f))
                            .build()));
            trainer.initialize(new Shape(BATCH, 1, 28, 28));
            int size = 28 * 28;
            float[] gray = new float[images.count() * size];
            int[] classes = new int[images.count()];
            for (int i = 0; i < images.count(); i++) {
                images.pixels(i, gray, i * size, 28);
                classes[i] = images.label(i);
            }
            NDManager manager = model.getNDManager();
            pictures = manager.create(gray, new Shape(images.count(), 1, 28, 28));
            labels = manager.create(classes);
        }

        void train(int batch) {
            NDIndex rows = new NDIndex(batch * BATCH + ":" + (batch + 1) * BATCH);
            try (NDManager manager = model.getNDManager().newSubManager()) {
                NDArray x = pictures.get(rows);
                NDArray y = labels.get(rows);
                x.attach(manager);
                y.attach(manager);
                try (GradientCollector collector = trainer.newGradientCollector()) {
                    NDList scores = trainer.forward(new NDList(x));
                    NDArray loss = trainer.getLoss().evaluate(new NDList(y), scores);
                    scores.attach(manager);
                    loss.attach(manager);
                    collector.backward(loss);
                }
                trainer.step();
            }
        }

        /** The best rate of a product of large matrices, in 10^9 operations a second. */
        double multiplications() {
            double best = 0;
            try (NDManager manager = model.getNDManager().newSubManager()) {
                NDArray a = manager.randomUniform(0, 1, new Shape(LARGE, LARGE));
                for (int i = 0; i < ROUNDS; i++) {
                    long begin = System.nanoTime();
                    try (NDArray product = a.matMul(a)) {
                        product.getFloat(0, 0);
                    }
                    best = Math.max(best, 2.0 * LARGE * LARGE * LARGE / (System.nanoTime() - begin));
                }
            }
            return best;
        }

        @Override
        public void close() {
            trainer.close();
            model.close();
        }
    }
}
