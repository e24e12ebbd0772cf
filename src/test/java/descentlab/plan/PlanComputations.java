package descentlab.plan;

import descentlab.claims.Claims;
import descentlab.classroom.Question;
import descentlab.classroom.Truth;
import descentlab.dataset.Airfoil;
import descentlab.dataset.Silhouettes;
import descentlab.dataset.Table;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.MatrixText;
import descentlab.model.Crew;
import descentlab.model.LinearRegression;
import descentlab.objective.Curvature;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerSpec;
import descentlab.run.RunService.Way;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import descentlab.training.Training;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * What claims of plans are computed by: by what those of lessons are, and by what is below. In all of them {@code own} stands
 * for the query of the step's own link, {@code own:2} for the same with its second optimizer alone, {@code
 * own:adagrad(lr=1)} with that one alone; and {@code own:matrix} for the matrix that the step shows.
 */
final class PlanComputations {

    private static final Pattern OWN = Pattern.compile("(?<=^| )own(?::(\\S+))?(?= |$)");
    private static final Pattern SHOWN_MATRIX = Pattern.compile("(?<=[?&]matrix=)[^&]*");
    private static final int RATES = 400;

    private final Map<String, Training> trainings = new HashMap<>();
    private final Crew crew = Crew.ofAllCores();

    /** A computation of a claim in a step's note. */
    double of(String text, Step step) {
        String[] sides = text.split(" / ", 2);
        return sides.length == 2
                ? of(sides[0], step) / of(sides[1], step)
                : value(OWN.matcher(text).replaceAll(own -> Matcher.quoteReplacement(own(own.group(1), step))), step);
    }

    private static String own(String which, Step step) {
        Experiment experiment = experiment(step).orElseThrow();
        if (experiment instanceof SpectrumExperiment) {
            return SHOWN_MATRIX.matcher(experiment.link()).results().findFirst().orElseThrow().group();
        }
        if (which == null) {
            return experiment.query();
        }
        Method run = which.matches("\\d+")
                ? experiment.runs().get(Integer.parseInt(which) - 1)
                : MethodSpec.parse(which);
        return experiment.withRuns(List.of(run)).query();
    }

    private double value(String text, Step step) {
        String[] a = text.split(" ");
        return switch (a[0]) {
            // answer: to the step's question, as the class is told; the winner from 1 on, 1 for yes and 0 for no
            // answer x1|x2: a coordinate of the place
            case "answer" -> answer((Act.Ask) step.act(), a);
            // runs-away QUERY: at which step its only optimizer is found to; 0 where it stays
            case "runs-away" -> runsAway(race(a[1]));
            // rates-running-away FROM TO OPTIMIZER QUERY: how many of 400 rates from one to the other
            case "rates-running-away" -> descents(a).filter(each -> each.outcome() instanceof Outcome.Diverged).count();
            // rate-of-least-f FROM TO OPTIMIZER QUERY: of 400 rates from one to the other
            case "rate-of-least-f" -> {
                double[] f = descents(a).mapToDouble(Descent::result).toArray();
                yield rate(a, IntStream.range(0, f.length).boxed().min(Comparator.comparingDouble(k -> f[k])).orElseThrow());
            }
            // least-loss FROM TO QUERY, greatest-loss FROM TO QUERY: of the points between these epochs
            case "least-loss" -> losses(a).min().orElseThrow();
            case "greatest-loss" -> losses(a).max().orElseThrow();
            // last COLUMN QUERY: of a training
            case "last" -> {
                Training training = trained(a[2]);
                yield training.trace().last(training.trace().columns().indexOf(a[1]));
            }
            // told QUERY: of a hundred test pictures, how many are told right in the end
            case "told" -> 100 * trained(a[1]).result();
            // rate NUMBER, steps, noise, batch, epochs: of the step's own link
            case "rate" -> experiment(step).orElseThrow().runs().get(Integer.parseInt(a[1]) - 1).lr();
            case "steps" -> steps(experiment(step).orElseThrow());
            case "noise" -> ((SurfaceExperiment) experiment(step).orElseThrow()).noise();
            case "batch" -> ((TrainingExperiment) experiment(step).orElseThrow()).plan().batch();
            case "epochs" -> ((TrainingExperiment) experiment(step).orElseThrow()).plan().epochs();
            // curvature d11|d12|d22|least|greatest QUERY: of a quadratic
            case "curvature" -> curvature(a[1], race(a[2]).objective().function().constantHessian().orElseThrow());
            // near: share of the way that a guessed place may be off
            case "near" -> Truth.NEAR;
            case "examples" -> training(a[1]).examples();
            case "measurements" -> Airfoil.measured(Airfoil.ROWS).size();
            case "test-pictures" -> Silhouettes.standard().test().count();
            case "classes" -> Silhouettes.standard().test().classes().size();
            case "side" -> ((PictureTask) training(a[1]).task()).set().side();
            // least-squares: the least loss of a linear model on the wind tunnel's rows
            case "least-squares" -> leastSquares(Airfoil.training());
            // disc center|radius|least|greatest NUMBER MATRIX: of a row, from 1 on; where it begins and ends on the real axis
            case "disc" ->
                disc(a[1], GerschgorinDisc.ofRows(MatrixText.parse(a[3])).get(Integer.parseInt(a[2]) - 1));
            case "logarithm" -> Math.log(Double.parseDouble(a[1]));
            default -> Claims.compute(text);
        };
    }

    /** What a step shows, asks about or has tried. */
    static Optional<Experiment> experiment(Step step) {
        return switch (step.act()) {
            case Act.Show(Experiment experiment) -> Optional.of(experiment);
            case Act.Ask ask -> ask.with();
            case Act.Try attempt -> Optional.of(attempt.race());
            case Act.Tell tell -> Optional.empty();
            case Act.Time time -> Optional.empty();
            case Act.Visit visit -> Optional.empty();
        };
    }

    static Descent descend(SurfaceExperiment race, Method run) {
        Descent descent = new Descent(
                race.objective().function(), run, race.start(), race.steps(), race.noise(), race.seed());
        descent.finish();
        return descent;
    }

    private static int steps(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> race.steps();
            case TrainingExperiment training ->
                training.plan().epochs() * Math.ceilDiv(training.examples(), training.plan().batch());
            case SpectrumExperiment matrix -> throw new IllegalArgumentException("nothing steps on a matrix");
        };
    }

    private static double curvature(String which, Curvature curvature) {
        return switch (which) {
            case "d11" -> curvature.d11();
            case "d12" -> curvature.d12();
            case "d22" -> curvature.d22();
            case "least" -> curvature.smallest();
            case "greatest" -> curvature.largest();
            default -> throw new IllegalArgumentException("no curvature is called " + which);
        };
    }

    private static double disc(String which, GerschgorinDisc disc) {
        double center = disc.center().getReal();
        return switch (which) {
            case "center" -> center;
            case "radius" -> disc.radius();
            case "least" -> center - disc.radius();
            case "greatest" -> center + disc.radius();
            default -> throw new IllegalArgumentException("nothing of a disc is called " + which);
        };
    }

    private static SurfaceExperiment race(String query) {
        return SurfaceExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    private static TrainingExperiment training(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    private static double answer(Act.Ask ask, String[] a) {
        SurfaceExperiment race = (SurfaceExperiment) ask.with().orElseThrow();
        List<Way> ways = race.runs().stream()
                .map(run -> {
                    Descent descent = descend(race, run);
                    Point end = new Point(descent.trace().last(Descent.X1), descent.trace().last(Descent.X2));
                    return new Way(run, descent.outcome(), new double[0], end, descent.result());
                })
                .toList();
        return switch (Truth.of((Question.OfRace) ask.question(), race.start(), ways)) {
            case Truth.Place(Point start, var end) -> a[1].equals("x1") ? end.orElseThrow().x1() : end.orElseThrow().x2();
            case Truth.Number(var value) -> value.orElseThrow();
            case Truth.Options(var right) when right.size() != 1 ->
                throw new IllegalArgumentException("there is not one answer, but " + right);
            case Truth.Options(var right) -> ask.question() instanceof Question.Winner
                    ? right.iterator().next() + 1
                    : 1 - right.iterator().next();
            default -> throw new IllegalArgumentException("no race says so");
        };
    }

    private static double runsAway(SurfaceExperiment race) {
        return descend(race, race.runs().getFirst()).outcome() instanceof Outcome.Diverged diverged
                ? diverged.step()
                : 0;
    }

    private static Stream<Descent> descents(String[] a) {
        SurfaceExperiment race = race(a[4]);
        return IntStream.rangeClosed(0, RATES)
                .mapToObj(k -> descend(race, OptimizerSpec.parse(a[3] + "(lr=" + rate(a, k) + ")")));
    }

    private static double rate(String[] a, int k) {
        double from = Double.parseDouble(a[1]);
        return from * Math.pow(Double.parseDouble(a[2]) / from, (double) k / RATES);
    }

    private DoubleStream losses(String[] a) {
        Training training = trained(a[3]);
        double[] values = training.trace().values();
        int stride = training.trace().stride();
        int epoch = Training.COLUMNS.indexOf("epoch");
        return IntStream.range(0, training.trace().rows())
                .filter(row -> values[row * stride + epoch] >= Double.parseDouble(a[1])
                        && values[row * stride + epoch] <= Double.parseDouble(a[2]))
                .mapToDouble(row -> values[row * stride + Training.LOSS]);
    }

    private Training trained(String query) {
        return trainings.computeIfAbsent(query, key -> {
            TrainingExperiment experiment = training(query);
            Method run = experiment.runs().getFirst();
            Training training = switch (experiment.task()) {
                case TableTask task -> new Training(task.problem(), task.measure(), run, experiment.plan());
                case OwnTask task -> throw new IllegalArgumentException("no plan is about somebody's own data");
                case PictureTask task ->
                    new Training(task.network(), Silhouettes.standard(), run, experiment.plan(), crew);
            };
            training.finish();
            return training;
        });
    }

    private static double leastSquares(Table table) {
        int width = table.width();
        double[][] inputs = IntStream.range(0, table.examples())
                .mapToObj(row -> {
                    double[] input = Arrays.copyOfRange(table.features(), row * width, (row + 1) * width + 1);
                    input[width] = 1;
                    return input;
                })
                .toArray(double[][]::new);
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(inputs, false);
        double[] weights = new SingularValueDecomposition(matrix)
                .getSolver()
                .solve(new Array2DRowRealMatrix(table.targets()))
                .getColumn(0);
        return new LinearRegression().loss(weights, table);
    }
}
