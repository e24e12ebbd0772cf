package descentlab.bench;

import descentlab.client.Client;
import descentlab.client.Requester;
import descentlab.client.Rush;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.RunService;
import descentlab.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a small race waits while sixty trainings are under way, and how much of these is done meanwhile: the pool
 * as the application sets it up, asked through {@link RunService}.
 */
public final class CrowdBench {

    private static final int TRAININGS = 60;
    private static final long SECONDS = 15;
    private static final long BETWEEN_RACES_MILLIS = 30;

    private static final SurfaceExperiment RACE = SurfaceExperiment.read(Map.of(
                    "objective", List.of("rosenbrock"),
                    "start", List.of("-1,1"),
                    "steps", List.of("200"),
                    "run", List.of("adagrad(lr=0.4)", "sgd(lr=0.001)", "adam(lr=0.1)")))
            .orThrow();

    private final RunService runs;

    private CrowdBench(RunService runs) {
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        Class.forName("descentlab.run.RunConfiguration"), Rush.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run()) {
            CrowdBench bench = new CrowdBench(context.getBean(RunService.class));
            bench.measure("nobody else", 0, 0, 0);
            bench.measure("60 on pictures, cold", TRAININGS, 0, 0);
            bench.measure("60 on pictures", TRAININGS, 0, 0);
            bench.measure("60 on large batches of pictures", 0, TRAININGS, 0);
            bench.measure("60 on tables", 0, 0, TRAININGS);
            bench.measure("20 of each", TRAININGS / 3, TRAININGS / 3, TRAININGS / 3);
        }
    }

    private static Requester somebody(String kind, int number) {
        return new Requester(kind + number, new Client("192.0.2." + number));
    }

    private static TrainingExperiment pictures(int batch, int seed) {
        return TrainingExperiment.read(Map.of(
                        "data", List.of("silhouettes"),
                        "model", List.of("lenet"),
                        "batch", List.of(String.valueOf(batch)),
                        "epochs", List.of("50"),
                        "seed", List.of(String.valueOf(seed)),
                        "run", List.of("adam(lr=0.009)")))
                .orThrow();
    }

    private static TrainingExperiment table(int seed) {
        return TrainingExperiment.read(Map.of(
                        "data", List.of(seed % 2 == 0 ? "zipf-text" : "airfoil"),
                        "model", List.of(seed % 2 == 0 ? "logistic" : "linear"),
                        "epochs", List.of("1000"), // more than there is time for
                        "every", List.of("2000"),
                        "seed", List.of(String.valueOf(seed)),
                        "run", List.of("adagrad(lr=0.1)", "sgd(lr=0.01)")))
                .orThrow();
    }

    /** A training under way, and how many examples it has seen. */
    private record UnderWay(Trial trial, DoubleSupplier seen) {}

    private void measure(String what, int small, int large, int tables) throws Exception {
        List<UnderWay> pictures = new ArrayList<>();
        List<UnderWay> rest = new ArrayList<>();
        IntStream.range(0, small + large).forEach(i -> {
            TrainingExperiment experiment = pictures(i < small ? 256 : 4096, i);
            Trial trial = runs.tryOut(somebody("pictures", i), experiment);
            long total = (long) experiment.examples() * experiment.plan().epochs();
            pictures.add(new UnderWay(trial, () -> trial.share() * total));
        });
        IntStream.range(0, tables).forEach(i -> {
            Trial trial = runs.tryOut(somebody("tables", i), table(i));
            rest.add(new UnderWay(trial, trial::share));
        });
        long begin = System.nanoTime();
        double seen = sum(pictures);
        double shares = sum(rest);
        List<Double> waits = new ArrayList<>();
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(SECONDS)) {
            long asked = System.nanoTime();
            runs.ways(somebody("race", waits.size() % 10), RACE, 100).get();
            waits.add((System.nanoTime() - asked) / 1e6);
            Thread.sleep(BETWEEN_RACES_MILLIS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%-32s races %4d: p50 %7.2f ms, p95 %7.2f ms, p99 %7.2f ms, worst %7.2f ms; pictures/s %6.0f, tables'"
                        + " examples/s %8.0f%n",
                what,
                sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                quantile(sorted, 0.99),
                quantile(sorted, 1),
                (sum(pictures) - seen) / seconds,
                (sum(rest) - shares) * tableExamples() / seconds);
        for (UnderWay each : pictures) {
            each.trial().cancel();
        }
        for (UnderWay each : rest) {
            each.trial().cancel();
        }
        for (UnderWay each : pictures) {
            each.trial().results().get();
        }
        for (UnderWay each : rest) {
            each.trial().results().get();
        }
    }

    private static double sum(List<UnderWay> all) {
        return all.stream().mapToDouble(each -> each.seen().getAsDouble()).sum();
    }

    private static long tableExamples() {
        TrainingExperiment one = table(0);
        return 2L * one.plan().epochs() * ((TableTask) one.task()).problem().examples();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
