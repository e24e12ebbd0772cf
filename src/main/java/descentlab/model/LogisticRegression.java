package descentlab.model;

import descentlab.dataset.SparseTable;
import java.util.Arrays;

/**
 * Binary logistic regression on sparse examples with targets 0 or 1: with z = Xw + b, loss =
 * mean(log(1 + exp(z)) - y z), so that its gradient is mean((s(z) - y) x) for w and mean(s(z) - y) for b, where
 * s(z) = 1/(1 + exp(-z)). Parameters: w (d values), b.
 *
 * <p>Logarithm and exponential are arranged so that neither overflows. A word that is in no example of the batch has
 * a gradient of exactly zero.
 *
 * @param table the examples
 */
public record LogisticRegression(SparseTable table) implements EmpiricalRisk {

    /** Name in links. */
    public static final String NAME = "logistic";

    /** Name in sentences. */
    public static final String TITLE = "Logistic regression";

    /** The loss, in TeX. */
    public static final String LOSS =
            "\\ell = \\tfrac{1}{n} \\sum_i \\log(1 + e^{z_i}) - y_i z_i, \\quad z_i = w^\\top x_i + b";

    @Override
    public int examples() {
        return table.examples();
    }

    @Override
    public int parameters() {
        return table.width() + 1;
    }

    @Override
    public double lossAndGradient(double[] w, int[] rows, int from, int to, double[] gradient) {
        int[] rowStarts = table.rowStarts();
        int[] columns = table.columns();
        double[] values = table.values();
        int width = table.width();
        int count = to - from;
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int k = from; k < to; k++) {
            int row = rows[k];
            double z = logit(w, row);
            double y = table.targets()[row];
            sum += loss(z, y);
            double error = (sigmoid(z) - y) / count;
            for (int entry = rowStarts[row]; entry < rowStarts[row + 1]; entry++) {
                gradient[columns[entry]] += error * values[entry];
            }
            gradient[width] += error;
        }
        return sum / count;
    }

    @Override
    public double loss(double[] w) {
        double sum = 0;
        for (int row = 0; row < table.examples(); row++) {
            sum += loss(logit(w, row), table.targets()[row]);
        }
        return sum / table.examples();
    }

    private double logit(double[] w, int row) {
        double z = w[table.width()];
        for (int entry = table.rowStarts()[row]; entry < table.rowStarts()[row + 1]; entry++) {
            z += w[table.columns()[entry]] * table.values()[entry];
        }
        return z;
    }

    static double loss(double z, double y) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - y * z;
    }

    static double sigmoid(double z) {
        double small = StrictMath.exp(-Math.abs(z));
        return (z < 0 ? small : 1) / (1 + small);
    }
}
