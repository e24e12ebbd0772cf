package descentlab.diagram;

import descentlab.dataset.SparseTable;
import descentlab.dataset.ZipfText;
import descentlab.diagram.Curve.Style;
import descentlab.model.LogisticRegression;
import descentlab.model.Measure;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Adagrad's rates against the curvature, on logistic regression of the made-up text, whose true weights are known.
 *
 * <p>At the true weights p is each document's true probability. The curvature of word i is H(i,i) = mean p(1−p)x(i)², and the
 * variance of one document's gradient (p−y)x(i) is the same if y is drawn with p: labels drawn from the model. With the labels
 * of the data it is mean (p−y)²x(i)² less the mean's square, the diagonal of the empirical Fisher information. Kunstner, Balles
 * and Hennig (2019).
 *
 * <p>Adagrad, ε = 0, starts at zero weights and goes once through the documents, or {@value #LEAST_STEPS} steps if these are
 * more. Every tenth word is counted in a unit of its own: its feature is a, and not 1, where it occurs.
 */
final class HalfPreconditioner implements Theory {

    private static final Optimizer ADAGRAD = OptimizerSpec.parse("adagrad(lr=0.44,eps=0)");
    private static final int LEAST_STEPS = 20;
    private static final int OWN_UNIT = 10;
    private static final double DECADES = 1e5;
    private static final double LEAST_UNIT = 0.3;
    private static final double MOST_UNIT = 3;

    @Override
    public String name() {
        return "half-preconditioner";
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                new Knob("batch", 1, ZipfText.DOCUMENTS, 10, true),
                new Knob("unit", LEAST_UNIT, MOST_UNIT, 1));
    }

    @Override
    public List<String> numbers() {
        return List.of("slope", "variance-slope", "descent-step", "adagrad-step");
    }

    @Override
    public Diagram draw(double[] at) {
        int batch = (int) Math.round(at[0]);
        double unit = at[1];
        ZipfText text = ZipfText.standard();
        SparseTable table = inUnits(text.table(), unit);
        Moments moments = Moments.of(table, text.weights(), unit);
        double[] rates = rates(table, batch);
        IntPredicate usual = word -> !owns(word);
        double slope = slope(moments.curvature, rates, usual);
        double varianceSlope = slope(moments.curvature, moments.variance, usual);
        Axis curvatures = Axis.log("curvature H", 1e-5, 2);
        double half = level(moments.curvature, rates, usual, -0.5);
        double whole = level(moments.curvature, rates, usual, -1);
        // As many decades each time, so that slopes can be compared.
        double least = Math.pow(10, Math.floor(Math.log10(level(moments.curvature, rates, usual, 0) / Math.sqrt(DECADES))));
        Panel noise = new Panel("Noise of a gradient", curvatures, Axis.log("variance of g", 1e-5, 2), List.of(
                line("labels drawn from the model: Var g = H", "", curvatures, h -> h),
                cloud("labels of the data, a word each", "sgd", moments.curvature, moments.variance, usual),
                cloud("words in a unit of their own", "rmsprop", moments.curvature, moments.variance, usual.negate())));
        Panel rate = new Panel("Adagrad's rates", curvatures, Axis.log("rate η/√s", least, DECADES * least), List.of(
                line("1/√H, half a preconditioner", "adagrad", curvatures, h -> half / Math.sqrt(h)),
                line("1/H, a whole one", "diagonal", curvatures, h -> whole / h),
                cloud("a word each", "adagrad", moments.curvature, rates, usual),
                cloud("words in a unit of their own", "rmsprop", moments.curvature, rates, usual.negate())));
        Axis units = Axis.log("unit a", LEAST_UNIT, MOST_UNIT);
        Panel steps = new Panel("A step, by the unit", units, Axis.log("length of a step", 0.09, 9), List.of(
                line("gradient descent: a²", "sgd", units, a -> a * a),
                line("Adagrad: a", "adagrad", units, a -> a),
                line("division by H: 1", "diagonal", units, a -> 1),
                new Curve("the unit chosen", "rmsprop", Style.DOTS, new double[] {unit, unit, unit}, new double[] {
                    unit * unit, unit, 1
                })));
        return new Diagram(
                String.format(
                        Locale.ROOT,
                        "In batches of %d the rates go like the curvature to the power \u2212%.2f, and the variance of a gradient like it to"
                                + " the power %.2f.",
                        batch,
                        -slope,
                        varianceSlope),
                List.of(noise, rate, steps),
                Map.of(
                        "slope", slope,
                        "variance-slope", varianceSlope,
                        "descent-step", unit * unit,
                        "adagrad-step", unit));
    }

    @Override
    public String lab(double[] at) {
        int batch = (int) Math.round(at[0]);
        return "lab/training?data=zipf-text&model=logistic&batch=" + batch + "&epochs=" + epochs(batch) + "&init=zero&run="
                + OptimizerSpec.print(ADAGRAD) + "&run=sgd(lr=0.88)";
    }

    private static boolean owns(int word) {
        return word % OWN_UNIT == OWN_UNIT - 1;
    }

    private static SparseTable inUnits(SparseTable table, double unit) {
        int[] columns = table.columns();
        double[] values = Arrays.copyOf(table.values(), columns.length);
        for (int entry = 0; entry < columns.length; entry++) {
            if (owns(columns[entry])) {
                values[entry] *= unit;
            }
        }
        return new SparseTable(table.name(), table.featureNames(), table.rowStarts(), columns, values, table.targets());
    }

    /** Curvature and variance of each word at the true weights. */
    private record Moments(double[] curvature, double[] variance) {

        static Moments of(SparseTable table, double[] weights, double unit) {
            double[] curvature = new double[table.width()];
            double[] mean = new double[table.width()];
            double[] square = new double[table.width()];
            int[] rowStarts = table.rowStarts();
            for (int row = 0; row < table.examples(); row++) {
                double z = 0;
                for (int entry = rowStarts[row]; entry < rowStarts[row + 1]; entry++) {
                    int word = table.columns()[entry];
                    // In another unit the true weight is another one.
                    z += table.values()[entry] * weights[word] / (owns(word) ? unit : 1);
                }
                double p = 1 / (1 + StrictMath.exp(-z));
                for (int entry = rowStarts[row]; entry < rowStarts[row + 1]; entry++) {
                    double x = table.values()[entry];
                    double g = (p - table.targets()[row]) * x;
                    curvature[table.columns()[entry]] += p * (1 - p) * x * x / table.examples();
                    mean[table.columns()[entry]] += g / table.examples();
                    square[table.columns()[entry]] += g * g / table.examples();
                }
            }
            Arrays.setAll(square, word -> square[word] - mean[word] * mean[word]);
            return new Moments(curvature, square);
        }
    }

    /** Adagrad's rate of each word in the last step; not finite for one that never had a gradient. */
    private static double[] rates(SparseTable table, int batch) {
        TrainingPlan plan =
                new TrainingPlan(batch, epochs(batch), Integer.MAX_VALUE, 0, true, InitialParameters.ZERO);
        Training training = new Training(new LogisticRegression(table), Measure.NONE, ADAGRAD, plan);
        training.finish();
        return Arrays.copyOf(training.rates(), table.width());
    }

    private static int epochs(int batch) {
        return (int) Math.ceil(Math.max(1, LEAST_STEPS * (double) batch / ZipfText.DOCUMENTS));
    }

    /** Words of which both can be drawn on logarithmic axes. */
    private static IntStream drawn(double[] x, double[] y, IntPredicate of) {
        return IntStream.range(0, x.length).filter(of).filter(i -> x[i] > 0 && y[i] > 0 && Double.isFinite(y[i]));
    }

    /** Slope of the least squares line through the logarithms. */
    private static double slope(double[] x, double[] y, IntPredicate of) {
        double meanX = drawn(x, y, of).mapToDouble(i -> Math.log(x[i])).average().orElseThrow();
        double meanY = drawn(x, y, of).mapToDouble(i -> Math.log(y[i])).average().orElseThrow();
        double both = drawn(x, y, of)
                .mapToDouble(i -> (Math.log(x[i]) - meanX) * (Math.log(y[i]) - meanY))
                .sum();
        double own = drawn(x, y, of)
                .mapToDouble(i -> (Math.log(x[i]) - meanX) * (Math.log(x[i]) - meanX))
                .sum();
        return both / own;
    }

    /** c, so that c x^power runs through the middle of the logarithms. */
    private static double level(double[] x, double[] y, IntPredicate of, double power) {
        return Math.exp(drawn(x, y, of)
                .mapToDouble(i -> Math.log(y[i]) - power * Math.log(x[i]))
                .average()
                .orElseThrow());
    }

    private static Curve line(String name, String look, Axis over, DoubleUnaryOperator f) {
        return Curve.of(name, look, Style.DASHED, over, 2, f);
    }

    private static Curve cloud(String name, String look, double[] x, double[] y, IntPredicate of) {
        int[] words = drawn(x, y, of).toArray();
        return new Curve(
                name,
                look,
                Style.DOTS,
                Arrays.stream(words).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(words).mapToDouble(i -> y[i]).toArray());
    }
}
