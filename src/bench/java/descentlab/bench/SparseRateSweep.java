package descentlab.bench;

import descentlab.dataset.ZipfText;
import descentlab.experiment.TableTask;
import descentlab.model.EmpiricalRisk;
import descentlab.model.LogisticRegression;
import descentlab.model.Measure;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The rates that the lesson's first figure runs at: for each optimizer a grid of rates, on a number of seeds, judged by
 * the log loss on documents that were not trained on. The true weights take no part in the choice; the error of the
 * weights is printed beside it, band by band, with the rate at which each band's error would be least.
 *
 * <p>Arguments, all optional: epochs (1), seeds (10).
 */
public final class SparseRateSweep {

    private static final int BATCH = 10;

    /** Each grid's rates are this far apart, and reach this far to each side. */
    private static final double FACTOR = 1.1;

    private static final int EACH_SIDE = 20;

    /** An optimizer, with its rate left open, and the rate that its grid lies around. */
    private record Entrant(String spec, double around) {}

    private static final List<Entrant> ENTRANTS = List.of(
            new Entrant("sgd(lr=%s)", 0.8),
            new Entrant("sgd(lr=%s,schedule=invsqrt(1))", 13),
            new Entrant("counter(lr=%s)", 9.8),
            new Entrant("adagrad(lr=%s)", 0.44));

    /** What came of a rate, on the average of the seeds: the loss on held-out documents, and each band's error. */
    private record Result(double rate, double loss, double[] errors) {}

    private SparseRateSweep() {}

    public static void main(String[] arguments) {
        int epochs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        System.out.printf("%d epochs, batches of %d, %d seeds%n", epochs, BATCH, seeds);
        for (Entrant entrant : ENTRANTS) {
            List<Result> results = new ArrayList<>();
            for (int k = -EACH_SIDE; k <= EACH_SIDE; k++) {
                results.add(train(entrant, rate(entrant.around * Math.pow(FACTOR, k)), epochs, seeds));
            }
            print(entrant, results);
        }
    }

    private static void print(Entrant entrant, List<Result> results) {
        System.out.printf("%n| %s | held-out loss | errors |%n| --- | --- | --- |%n", entrant.spec);
        results.forEach(result -> System.out.println(line(result)));
        Result best = results.stream().min(Comparator.comparingDouble(Result::loss)).orElseThrow();
        System.out.println("by held-out loss: " + line(best));
        for (int band = 0; band < best.errors.length; band++) {
            int b = band;
            Result own = results.stream()
                    .min(Comparator.comparingDouble(result -> result.errors[b]))
                    .orElseThrow();
            System.out.printf(Locale.ROOT, "least error of band %d: %.4f at %s%n", band + 1, own.errors[band], own.rate);
        }
    }

    private static String line(Result result) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "| %s | %.5f |", result.rate, result.loss));
        for (double error : result.errors) {
            line.append(String.format(Locale.ROOT, " %.3f", error));
        }
        return line.append(" |").toString();
    }

    /** Two significant digits, so that what was tried is what a link says. */
    private static double rate(double rate) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1e", rate));
    }

    private static Result train(Entrant entrant, double rate, int epochs, int seeds) {
        EmpiricalRisk problem = TableTask.ZIPF_TEXT.problem();
        EmpiricalRisk heldOut = new LogisticRegression(ZipfText.heldOut());
        Measure measure = TableTask.ZIPF_TEXT.measure();
        double loss = 0;
        double[] errors = new double[measure.names().size()];
        for (int seed = 0; seed < seeds; seed++) {
            Training training = new Training(
                    problem,
                    Measure.NONE,
                    OptimizerSpec.parse(String.format(entrant.spec, rate)),
                    new TrainingPlan(BATCH, epochs, problem.examples(), seed, true, InitialParameters.NORMAL));
            training.finish();
            loss += heldOut.loss(training.parameters()) / seeds;
            double[] reached = new double[errors.length];
            measure.take(training.parameters(), reached, 0);
            for (int band = 0; band < errors.length; band++) {
                errors[band] += reached[band] / seeds;
            }
        }
        return new Result(rate, loss, errors);
    }
}
