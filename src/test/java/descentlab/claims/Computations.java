package descentlab.claims;

import descentlab.dataset.Silhouettes;
import descentlab.dataset.ZipfText;
import descentlab.diagram.Curve;
import descentlab.diagram.Diagram;
import descentlab.diagram.Theories;
import descentlab.exercise.Answer;
import descentlab.exercise.Exercises;
import descentlab.exercise.RunPart;
import descentlab.exercise.Runs;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.Condition;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.MatrixText;
import descentlab.linalg.Spectrum;
import descentlab.model.LogisticRegression;
import descentlab.optimizer.Method;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Descent;
import descentlab.training.InitialParameters;
import descentlab.training.Trace;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What claims are computed by: a name, then arguments between spaces. A quotient of two stands as {@code A / B}. */
final class Computations {

    private final Map<String, Training> trainings = new HashMap<>();
    private final Portraits portraits = new Portraits();
    private final Slices slices = new Slices();

    /** Whether all is there that it needs. */
    static boolean possible(String text) {
        return !text.startsWith("portrait ") || Portraits.possible();
    }

    double of(String text) {
        String[] sides = text.split(" / ", 2);
        if (sides.length == 2) {
            return of(sides[0]) / of(sides[1]);
        }
        String[] a = text.split(" ");
        return switch (a[0]) {
            // race COLUMN STEP QUERY: of the query's only optimizer
            case "race" -> race(a[1], Integer.parseInt(a[2]), a[3]);
            // mean-race COLUMN FROM TO QUERY: the mean over those steps
            case "mean-race" -> meanRace(a[1], Integer.parseInt(a[2]), Integer.parseInt(a[3]), a[4]);
            // paths-apart QUERY QUERY: the largest distance at a step between the first's only optimizer and the second's
            case "paths-apart" -> pathsApart(a[1], a[2]);
            // diagram NAME NUMBER KNOB,KNOB...
            case "diagram" -> diagram(a[1], a[3]).numbers().get(a[2]);
            // dots NAME PANEL KNOB,KNOB...: how many there are in all its clouds
            case "dots" -> diagram(a[1], a[3]).panels().get(Integer.parseInt(a[2])).curves().stream()
                    .filter(curve -> curve.style() == Curve.Style.DOTS)
                    .mapToInt(curve -> curve.x().length)
                    .sum();
            // least-f FROM TO OPTIMIZER QUERY: the least f at the end, over 400 rates from one to the other
            case "least-f" -> leastF(Double.parseDouble(a[1]), Double.parseDouble(a[2]), a[3], a[4]);
            // training COLUMN EPOCH QUERY
            case "training" -> training(a[1], Double.parseDouble(a[2]), a[3]);
            // apart-at-most QUERY: the largest difference in loss between a query's two optimizers
            case "apart" -> apart(a[1]);
            case "kappa" -> kappa(MatrixText.parse(a[1]));
            case "rescaled-kappa" -> kappa(rescaled(a[1]).matrix());
            case "rescaled-radius" -> rescaled(a[1]).largestRadius();
            case "greatest-eigenvalue" -> spectrum(a[1]).largest();
            case "least-eigenvalue" -> spectrum(a[1]).least();
            // worsened SIZE COUNT: of so many random matrices AA', per cent whose kappa grows by the rescaling
            case "worsened" -> worsened(Integer.parseInt(a[1]), Integer.parseInt(a[2]));
            // held-out EPOCHS SEEDS OPTIMIZER: log loss on the text that is not trained on
            case "held-out" -> heldOut(Integer.parseInt(a[1]), Integer.parseInt(a[2]), a[3]);
            // band NUMBER EPOCHS SEEDS OPTIMIZER: error of the weights in that band of words
            case "band" -> band(Integer.parseInt(a[1]), Integer.parseInt(a[2]), Integer.parseInt(a[3]), a[4]);
            // best-rate least|greatest SEEDS OPTIMIZER RATES: of the rates with the least error, one for each band
            case "best-rate" -> bestRates(Integer.parseInt(a[2]), a[3], a[4].split(","))
                    .reduce(a[1].equals("least") ? Math::min : Math::max)
                    .orElseThrow();
            // words NUMBER: how many words that band has
            case "words" -> {
                ZipfText.Band band = ZipfText.standard().bands().get(Integer.parseInt(a[1]) - 1);
                yield band.end() - band.first();
            }
            // portrait least|greatest|mean WHAT STARTS: of the curvature of the lesson's network
            case "portrait" -> portraits.of(a[1], a[2], Integer.parseInt(a[3]));
            // slice WHAT QUERY: of the loss around the paths of the query's optimizers
            case "slice" -> slices.of(a[1], a[2]);
            // reaches EXERCISE PART QUERY: 1 if the answer is right, else 0
            case "reaches" -> reaches(a[1], a[2], a[3]) ? 1 : 0;
            case "root" -> Math.sqrt(Double.parseDouble(a[1]));
            case "number" -> Double.parseDouble(a[1]);
            default -> throw new IllegalArgumentException("nothing computes " + text);
        };
    }

    private static Trace descend(SurfaceExperiment experiment, Method run) {
        Descent descent = new Descent(
                experiment.objective().function(),
                run,
                experiment.start(),
                experiment.steps(),
                experiment.noise(),
                experiment.seed());
        descent.advance(Integer.MAX_VALUE);
        return descent.trace();
    }

    private static Trace only(String query) {
        SurfaceExperiment experiment = SurfaceExperiment.read(EncodedQuery.read(query)).orThrow();
        return descend(experiment, experiment.runs().getFirst());
    }

    private static double race(String column, int step, String query) {
        Trace trace = only(query);
        return trace.at(step, trace.columns().indexOf(column));
    }

    private static double meanRace(String column, int from, int to, String query) {
        Trace trace = only(query);
        return IntStream.rangeClosed(from, to)
                .mapToDouble(step -> trace.at(step, trace.columns().indexOf(column)))
                .average()
                .orElseThrow();
    }

    private static double pathsApart(String one, String other) {
        Trace first = only(one);
        Trace second = only(other);
        int x1 = first.columns().indexOf("x1");
        int x2 = first.columns().indexOf("x2");
        return IntStream.range(0, first.rows())
                .mapToDouble(step -> Math.hypot(
                        first.at(step, x1) - second.at(step, x1), first.at(step, x2) - second.at(step, x2)))
                .max()
                .orElseThrow();
    }

    private static Diagram diagram(String name, String knobs) {
        double[] at = Stream.of(knobs.split(",")).mapToDouble(Double::parseDouble).toArray();
        return Theories.named(name).orElseThrow().draw(at);
    }

    private static double leastF(double from, double to, String optimizer, String query) {
        SurfaceExperiment experiment = SurfaceExperiment.read(EncodedQuery.read(query)).orThrow();
        return IntStream.rangeClosed(0, 400)
                .mapToObj(k -> OptimizerSpec.parse(optimizer + "(lr=" + from * Math.pow(to / from, k / 400.0) + ")"))
                .map(run -> descend(experiment, run))
                .mapToDouble(trace -> trace.at(trace.rows() - 1, Descent.F))
                .min()
                .orElseThrow();
    }

    private double training(String column, double epoch, String query) {
        Training training = trained(query, 0);
        double[] points = training.trace().values();
        int stride = training.trace().stride();
        for (int at = 0; at < points.length; at += stride) {
            if (Math.abs(points[at] - epoch) < 1e-9) {
                return points[at + training.trace().columns().indexOf(column)];
            }
        }
        throw new IllegalArgumentException("no point at epoch " + epoch + " in " + query);
    }

    private Training trained(String query, int run) {
        return trainings.computeIfAbsent(query + "#" + run, key -> {
            TrainingExperiment experiment =
                    TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
            Training training = new Training(
                    ((TableTask) experiment.task()).problem(),
                    ((TableTask) experiment.task()).measure(),
                    experiment.runs().get(run),
                    experiment.plan());
            training.finish();
            return training;
        });
    }

    private double apart(String query) {
        double[] one = trained(query, 0).trace().values();
        double[] other = trained(query, 1).trace().values();
        int stride = Training.COLUMNS.size();
        return IntStream.range(0, one.length / stride)
                .mapToDouble(at -> Math.abs(one[at * stride + Training.LOSS] - other[at * stride + Training.LOSS]))
                .max()
                .orElseThrow();
    }

    private static Condition.Known condition(ComplexMatrix matrix) {
        return (Condition.Known) Condition.of(matrix, Spectrum.of(matrix));
    }

    private static Condition.Known spectrum(String matrix) {
        return condition(MatrixText.parse(matrix));
    }

    private static double kappa(ComplexMatrix matrix) {
        return condition(matrix).kappa();
    }

    private static DiagonalPreconditioning.Applied rescaled(String matrix) {
        return (DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(MatrixText.parse(matrix));
    }

    private static double worsened(int size, int count) {
        Random random = new Random(0);
        int worse = 0;
        for (int i = 0; i < count; i++) {
            double[][] a = new double[size][size];
            for (double[] row : a) {
                for (int j = 0; j < size; j++) {
                    row[j] = random.nextGaussian();
                }
            }
            ComplexMatrix q = ComplexMatrix.real(
                    size, (j, k) -> IntStream.range(0, size).mapToDouble(l -> a[j][l] * a[k][l]).sum());
            ComplexMatrix rescaled = ((DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(q)).matrix();
            if (kappa(rescaled) > kappa(q)) {
                worse++;
            }
        }
        return 100.0 * worse / count;
    }

    /** A training on the made-up text, as {@code ./lab rates-of-words} makes it. */
    private Training onText(int epochs, int seed, String optimizer) {
        return trainings.computeIfAbsent(epochs + " " + seed + " " + optimizer, key -> {
            Training training = new Training(
                    TableTask.ZIPF_TEXT.problem(),
                    TableTask.ZIPF_TEXT.measure(),
                    OptimizerSpec.parse(optimizer),
                    new TrainingPlan(10, epochs, ZipfText.DOCUMENTS, seed, true, InitialParameters.NORMAL));
            training.finish();
            return training;
        });
    }

    private double heldOut(int epochs, int seeds, String optimizer) {
        LogisticRegression heldOut = new LogisticRegression(ZipfText.heldOut());
        return IntStream.range(0, seeds)
                .mapToDouble(seed -> heldOut.loss(onText(epochs, seed, optimizer).parameters()))
                .average()
                .orElseThrow();
    }

    private double band(int band, int epochs, int seeds, String optimizer) {
        return IntStream.range(0, seeds)
                .mapToObj(seed -> onText(epochs, seed, optimizer))
                .mapToDouble(training ->
                        training.trace().values(training.trace().rows() - 1)[Training.COLUMNS.size() + band - 1])
                .average()
                .orElseThrow();
    }

    private DoubleStream bestRates(int seeds, String optimizer, String[] rates) {
        return IntStream.rangeClosed(1, ZipfText.standard().bands().size())
                .mapToDouble(band -> Stream.of(rates)
                        .min(Comparator.comparingDouble(rate -> band(band, 1, seeds, optimizer + "(lr=" + rate + ")")))
                        .map(Double::valueOf)
                        .orElseThrow());
    }

    private boolean reaches(String exercise, String part, String query) {
        RunPart asked = Exercises.on(Silhouettes.NAME).named(exercise).orElseThrow().parts(0).stream()
                .filter(one -> one.task().id().equals(part))
                .map(RunPart.class::cast)
                .findFirst()
                .orElseThrow();
        return Runs.judge(asked, Answer.of(query)).isRight();
    }
}
