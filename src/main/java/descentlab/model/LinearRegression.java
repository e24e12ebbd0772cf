package descentlab.model;

import descentlab.dataset.Table;
import java.util.Arrays;

/**
 * Linear regression under half the squared error: loss = mean((Xw + b - y)^2 / 2), so that its gradient is
 * mean((Xw + b - y) x) for w and mean(Xw + b - y) for b. Parameters: w (d values), b.
 */
public final class LinearRegression implements TabularModel {

    /** Name in links. */
    public static final String NAME = "linear";

    /** Name in sentences. */
    public static final String TITLE = "Linear regression";

    /** The loss, in TeX. */
    public static final String LOSS =
            "\\ell = \\tfrac{1}{2n} \\sum_i (w^\\top x_i + b - y_i)^2";

    @Override
    public int parameters(int width) {
        return width + 1;
    }

    @Override
    public double lossAndGradient(double[] w, Table table, int[] rows, int from, int to, double[] gradient) {
        double[] features = table.features();
        double[] targets = table.targets();
        int width = table.width();
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int k = from; k < to; k++) {
            int row = rows[k];
            double error = predict(w, features, row * width, width) - targets[row];
            sum += error * error;
            for (int j = 0; j < width; j++) {
                gradient[j] += error * features[row * width + j];
            }
            gradient[width] += error;
        }
        int count = to - from;
        for (int j = 0; j <= width; j++) {
            gradient[j] /= count;
        }
        return sum / (2 * count);
    }

    @Override
    public double loss(double[] w, Table table) {
        double[] features = table.features();
        double[] targets = table.targets();
        int width = table.width();
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            double error = predict(w, features, row * width, width) - targets[row];
            sum += error * error;
        }
        return sum / (2.0 * targets.length);
    }

    private static double predict(double[] w, double[] features, int offset, int width) {
        double prediction = w[width];
        for (int j = 0; j < width; j++) {
            prediction += w[j] * features[offset + j];
        }
        return prediction;
    }
}
