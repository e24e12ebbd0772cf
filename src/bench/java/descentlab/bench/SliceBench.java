package descentlab.bench;

import com.sun.management.OperatingSystemMXBean;
import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.landscape.Finding;
import descentlab.landscape.LandscapeSitting;
import descentlab.landscape.PlaneKind;
import descentlab.landscape.SlicePlan;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.optimizer.MethodSpec;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The loss around LeNet's path: when the first grid is there, when that of 51 x 51 points over 500 pictures, and when over 2000. By the
 * clock, and by all cores' time of this process, which says how busy the machine was with other things. The first round warms up.
 */
public final class SliceBench {

    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private SliceBench() {}

    public static void main(String[] arguments) {
        ImageData data = Silhouettes.standard();
        Network network = Architecture.LENET.on(28, 10);
        TrainingPlan plan = new TrainingPlan(256, 1, 256, 0, true).with(new SlicePlan(PlaneKind.PATH, SlicePlan.MOST));
        Crew crew = Crew.ofAllCores();
        Training training = new Training(network, data, MethodSpec.parse("adagrad(lr=0.03)"), plan, crew);
        training.finish();
        for (int round = 0; round < ROUNDS; round++) {
            measure(new LandscapeSitting(
                    network, training.images().orElseThrow(), List.of(training.path().orElseThrow()), plan.slice(), 0, crew));
        }
    }

    private static void measure(LandscapeSitting sitting) {
        long start = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        int told = 0;
        boolean done = false;
        while (!done) {
            long slice = System.nanoTime();
            done = sitting.goOn(() -> System.nanoTime() - slice > 20_000_000);
            List<Finding> found = sitting.found();
            for (Finding each : found.subList(told, found.size())) {
                System.out.printf(
                        "%7.2f s, %7.2f s of all cores: %s%n",
                        (System.nanoTime() - start) / NANOS,
                        (SYSTEM.getProcessCpuTime() - cpu) / NANOS,
                        each instanceof Finding.Grid grid
                                ? "every " + grid.stride() + ", " + grid.pictures() + " pictures"
                                : each.getClass().getSimpleName());
            }
            told = found.size();
        }
        System.out.printf("load of the machine %.2f%n", SYSTEM.getSystemLoadAverage());
    }
}
