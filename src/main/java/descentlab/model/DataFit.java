package descentlab.model;

import descentlab.dataset.MixedTable;
import descentlab.dataset.ShapedData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model of somebody's own data, on the rows that train and on those that test: mean loss of examples as a function of one
 * vector of parameters; where it trains, with a penalty (lambda/2) |weights|^2, biases excepted. Double precision; immutable
 * and shared.
 *
 * @param data rows to train on and to test with
 * @param loss of an example
 * @param hidden units of a hidden layer, 0 for none
 * @param penalty lambda
 */
public record DataFit(ShapedData data, TargetLoss loss, int hidden, double penalty) {

    /** Parameters, at most: each optimizer keeps some such vectors. */
    public static final int MOST_PARAMETERS = 20_000;

    /** Multiplications of a piece of work of a millisecond or two. */
    private static final long PIECE = 400_000;

    /**
     * What is lost without a model: by the mean of the targets or the frequencies of the classes in training.
     *
     * @param training mean loss over the rows that train
     * @param test mean loss over those that test; NaN without
     * @param accuracy share of the test rows that are of the most frequent class; NaN without classes or test rows
     */
    public record Baseline(double training, double test, double accuracy) {}

    private Scores scores() {
        MixedTable table = data.table();
        int outputs = loss.outputs(data.classes().size());
        return hidden == 0 ? new AffineScores(table, outputs) : new HiddenScores(table, hidden, outputs);
    }

    /** Number of parameters; more than {@link #MOST_PARAMETERS} are not to be trained. */
    public long parameters() {
        long outputs = loss.outputs(data.classes().size());
        long features = data.table().features();
        return hidden == 0 ? outputs * (features + 1) : hidden * (features + 1) + outputs * (hidden + 1L);
    }

    /** The parameters by name, in their order. */
    public List<Parameter> layout() {
        return scores().parameters();
    }

    /** Copies of the parts of a vector of parameters. */
    public Map<String, double[]> named(double[] w) {
        Map<String, double[]> named = new LinkedHashMap<>();
        layout().forEach(each -> named.put(each.name(), Arrays.copyOfRange(w, each.offset(), each.end())));
        return named;
    }

    /** Fills parameters as the model starts by itself: as PyTorch's linear layers do, a category counting as one input. */
    public void initialize(double[] w, Random random) {
        scores().initialize(w, random);
    }

    /** Examples whose loss and gradient are a piece of work of a millisecond or two. */
    public int piece() {
        return (int) Math.clamp(PIECE / scores().work(), 1, 4096);
    }

    /** One pass over examples: room of its own, so that one thread at a time may use it. */
    public Pass pass() {
        return new Pass(this);
    }

    /** Goes through examples. */
    public static final class Pass {

        private final DataFit fit;
        private final Scores scores;
        private final double[] room;
        private final double[] z;

        private Pass(DataFit fit) {
            this.fit = fit;
            this.scores = fit.scores();
            this.room = new double[scores.room()];
            this.z = new double[fit.loss.outputs(fit.data.classes().size())];
        }

        /**
         * Adds the gradients of some examples' losses.
         *
         * @param rows indices of rows of the table
         * @return the sum of their losses, added to {@code sum}
         */
        public double addGradient(double[] w, int[] rows, int from, int to, double[] gradient, double sum) {
            double total = sum;
            for (int i = from; i < to; i++) {
                double y = fit.data.table().targets()[rows[i]];
                scores.forward(w, fit.data.table(), rows[i], room, z);
                total += fit.loss.loss(z, y);
                fit.loss.slope(z, y);
                scores.backward(w, fit.data.table(), rows[i], room, z, gradient);
            }
            return total;
        }

        /** The sum of some examples' losses, added to {@code sum}. */
        public double addLoss(double[] w, int[] rows, int from, int to, double sum) {
            double total = sum;
            for (int i = from; i < to; i++) {
                scores.forward(w, fit.data.table(), rows[i], room, z);
                total += fit.loss.loss(z, fit.data.table().targets()[rows[i]]);
            }
            return total;
        }

        /** How many of some examples are told right. */
        public int right(double[] w, int[] rows, int from, int to) {
            int right = 0;
            for (int i = from; i < to; i++) {
                scores.forward(w, fit.data.table(), rows[i], room, z);
                right += fit.loss.told(z) == (int) fit.data.table().targets()[rows[i]] ? 1 : 0;
            }
            return right;
        }
    }

    /** The penalty of parameters; adds its gradient, unless that is null. */
    public double addPenalty(double[] w, double[] gradient) {
        if (penalty == 0) {
            return 0;
        }
        double squares = 0;
        for (Parameter each : layout()) {
            for (int i = each.offset(); !each.vector() && i < each.end(); i++) {
                squares += w[i] * w[i];
                if (gradient != null) {
                    gradient[i] += penalty * w[i];
                }
            }
        }
        return penalty / 2 * squares;
    }

    /** What is lost without a model. */
    public Baseline baseline() {
        double[] targets = data.table().targets();
        if (!loss.ofClasses()) {
            double mean = Arrays.stream(data.training()).mapToDouble(row -> targets[row]).average().orElseThrow();
            return new Baseline(
                    halfSquares(targets, data.training(), mean), halfSquares(targets, data.test(), mean), Double.NaN);
        }
        int[] counts = new int[data.classes().size()];
        for (int row : data.training()) {
            counts[(int) targets[row]]++;
        }
        int usual = 0;
        for (int k = 1; k < counts.length; k++) {
            usual = counts[k] > counts[usual] ? k : usual;
        }
        int most = usual;
        int[] tested = new int[counts.length];
        for (int row : data.test()) {
            tested[(int) targets[row]]++;
        }
        return new Baseline(
                entropy(counts, counts),
                entropy(counts, tested),
                (double) tested[most] / data.test().length);
    }

    private static double halfSquares(double[] targets, int[] rows, double mean) {
        return Arrays.stream(rows)
                .mapToDouble(row -> (targets[row] - mean) * (targets[row] - mean) / 2)
                .average()
                .orElse(Double.NaN);
    }

    /** A class that does not occur in training counts as if it did half a time: its loss would be infinite. */
    private double entropy(int[] counts, int[] of) {
        double sum = 0;
        int all = 0;
        for (int k = 0; k < counts.length; k++) {
            sum -= of[k] * StrictMath.log(Math.max(counts[k], 0.5) / data.training().length);
            all += of[k];
        }
        return sum / all;
    }
}
