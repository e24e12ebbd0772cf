package descentlab.bench;

import descentlab.dataset.ByteImages;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.ImageData;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the learning rates that LeNet's preset starts with: for each optimizer a grid of rates, each half as large again
 * as the one before, on a number of seeds. A grid whose best is at its edge grows there, so the best found lies inside;
 * then the rates between the best and its neighbours are tried, in steps a third as wide. The last 10,000 training
 * pictures judge; the test pictures take no part. Prints a table for each optimizer.
 *
 * <p>Arguments, all optional: epochs (5), seeds (2), pictures (50000), cores (all).
 */
public final class RateSweep {

    private static final double FACTOR = 1.5;
    private static final int BATCH = 256;
    private static final int HELD_OUT = 10_000;
    private static final int MOST_RATES = 14;

    /** Steps of the fine grid in one of the coarse grid; rates are numbered by the former. */
    private static final int FINE = 3;

    /** Each optimizer, and the rate that its grid begins around. */
    private static final Map<String, Double> AROUND = new TreeMap<>(Map.of("sgd", 0.9, "adagrad", 0.05, "adam", 0.004));

    private static final int EACH_SIDE = 3;

    private record Result(double accuracy, double loss, double worst) {}

    private final ImageData data;
    private final int epochs;
    private final int seeds;
    private final Crew crew;

    private RateSweep(ImageData data, int epochs, int seeds, Crew crew) {
        this.data = data;
        this.epochs = epochs;
        this.seeds = seeds;
        this.crew = crew;
    }

    public static void main(String[] arguments) throws IOException {
        int[] numbers = {5, 2, 50_000, Runtime.getRuntime().availableProcessors()};
        for (int i = 0; i < arguments.length; i++) {
            numbers[i] = Integer.parseInt(arguments[i]);
        }
        ImageData all = new FashionMnist(
                        Path.of(System.getProperty("user.home"), ".descentlab", FashionMnist.NAME),
                        FashionMnist.DEBIAN,
                        new Download(Download.SOURCE))
                .find()
                .orElseThrow(() -> new IOException("Fashion-MNIST is not on this machine"));
        ByteImages training = all.training();
        int kept = training.count() - HELD_OUT;
        ImageData split = new ImageData(
                all.name(), all.title(), training.first(Math.min(numbers[2], kept)), last(training, HELD_OUT));
        System.out.printf("%d epochs, %d seeds, %d pictures, judged on %d others%n",
                numbers[0], numbers[1], split.training().count(), HELD_OUT);
        RateSweep sweep = new RateSweep(split, numbers[0], numbers[1], new Crew(numbers[3] - 1));
        AROUND.forEach(sweep::print);
        System.exit(0);
    }

    private static ByteImages last(ByteImages all, int count) {
        int size = all.width() * all.height();
        int from = all.count() - count;
        return new ByteImages(
                all.classes(),
                all.width(),
                all.height(),
                Arrays.copyOfRange(all.bytes(), from * size, all.count() * size),
                Arrays.copyOfRange(all.labels(), from, all.count()));
    }

    private void print(String optimizer, double around) {
        System.out.printf("%n| %s | accuracy | worst seed | loss |%n| --- | --- | --- | --- |%n", optimizer);
        TreeMap<Integer, Result> results = new TreeMap<>();
        for (int k = -EACH_SIDE; k <= EACH_SIDE; k++) {
            results.put(FINE * k, train(optimizer, rate(around, FINE * k)));
        }
        int best = best(results);
        while (results.size() < MOST_RATES && (best == results.firstKey() || best == results.lastKey())) {
            int next = best == results.firstKey() ? best - FINE : best + FINE;
            results.put(next, train(optimizer, rate(around, next)));
            best = best(results);
        }
        for (int k = best - FINE + 1; k < best + FINE; k++) {
            if (k != best) {
                results.put(k, train(optimizer, rate(around, k)));
            }
        }
        best = best(results);
        System.out.printf("best: %s(lr=%s)%n", optimizer, rate(around, best));
    }

    private static int best(TreeMap<Integer, Result> results) {
        return results.entrySet().stream()
                .max((a, b) -> Double.compare(a.getValue().accuracy(), b.getValue().accuracy()))
                .orElseThrow()
                .getKey();
    }

    /** Two significant digits, so that what was tried is what a link says. */
    private static double rate(double around, int k) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1e", around * Math.pow(FACTOR, (double) k / FINE)));
    }

    private Result train(String optimizer, double rate) {
        double accuracy = 0;
        double loss = 0;
        double worst = 1;
        for (int seed = 0; seed < seeds; seed++) {
            Training training = new Training(
                    Architecture.LENET.on(28, 10),
                    data,
                    OptimizerSpec.parse(optimizer + "(lr=" + rate + ")"),
                    new TrainingPlan(BATCH, epochs, data.training().count(), seed, true),
                    crew);
            training.finish();
            double reached = training.tests().getLast().accuracy();
            accuracy += reached / seeds;
            loss += training.tests().getLast().loss() / seeds;
            worst = Math.min(worst, reached);
        }
        System.out.printf(Locale.ROOT, "| %s | %.4f | %.4f | %.4f |%n", rate, accuracy, worst, loss);
        return new Result(accuracy, loss, worst);
    }
}
