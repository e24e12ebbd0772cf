package descentlab.bench;

import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.ImageData;
import descentlab.experiment.Tasks;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.optimizer.Method;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The heap that training LeNet on all of Fashion-MNIST takes, by three optimizers side by side, an epoch each: its peak
 * from the reading of the files on, with what is garbage by then counted in, and what is left after a collection at the
 * end. Run with a bound, as {@code -Xmx600m}, it is a proof too.
 */
public final class LeNetHeap {

    private static final long MEGABYTE = 1 << 20;

    private LeNetHeap() {}

    public static void main(String[] arguments) throws IOException {
        ImageData data = new FashionMnist(
                        Path.of(System.getProperty("user.home"), ".descentlab", FashionMnist.NAME),
                        FashionMnist.DEBIAN,
                        new Download(Download.SOURCE))
                .find()
                .orElse(null);
        if (data == null) {
            System.out.println("heap: not measured, Fashion-MNIST is not on this machine");
            return;
        }
        List<Training> trainings = new ArrayList<>();
        for (Method method : Tasks.on(FashionMnist.NAME).orElseThrow().initial().runs()) {
            trainings.add(
                    trainings.isEmpty()
                            ? new Training(
                                    Architecture.LENET.on(28, 10),
                                    data,
                                    method,
                                    new TrainingPlan(256, 1, 3_000, 0, true),
                                    Crew.ofAllCores())
                            : trainings.getFirst().beside(method));
        }
        while (trainings.stream().anyMatch(training -> training.outcome() == null)) {
            trainings.stream()
                    .filter(training -> training.outcome() == null)
                    .min(Comparator.comparingLong(Training::done))
                    .ifPresent(training -> training.advance(() -> false));
        }
        // Each pool's peak may be of another moment: their sum is no less than the heap's.
        long peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        long left = heap().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        System.out.printf(
                "heap: peak at most %d MB, after a collection %d MB, of at most %d MB; %d pictures seen by each of %d%n",
                peak / MEGABYTE,
                left / MEGABYTE,
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                trainings.getFirst().done(),
                trainings.size());
        System.exit(0);
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
