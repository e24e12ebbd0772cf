package descentlab.experiment;

import descentlab.dataset.MixedTable;
import descentlab.dataset.ShapedData;
import descentlab.notation.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * The loss of a line through somebody's own data as a surface: of y = w x + b, with x one feature and y the target, the mean
 * of (w x + b - y)^2 / 2 over the rows that train is exactly the quadratic v'Qv/2 + c'v + d of v = (w, b), with Q = [mean x^2,
 * mean x; mean x, 1], c = -(mean xy, mean y) and d = mean y^2 / 2. So a race on it is the line's training on all rows at once. The numbers are rounded to six digits.
 */
public final class LineSurface {

    private static final int STEPS = 40;

    /** So that its formula can be read. */
    private static final int DIGITS = 6;

    private static final double ROUNDING = 1e-12;

    /** Of the reciprocal of the largest eigenvalue: up to 2 gradient descent is stable. */
    private static final double RATE = 0.9;

    private LineSurface() {}

    /**
     * The race of two optimizers on that surface.
     *
     * @param data with a number as target
     * @param feature one that is a number
     * @param centered whether the feature has mean 0; else it is divided by its deviation alone
     */
    public static SurfaceExperiment of(ShapedData data, int feature, boolean centered) {
        MixedTable table = data.table();
        ShapedData.Scale scale = data.scales().get(feature);
        double shift = centered ? 0 : scale.mean() / scale.deviation();
        double x1 = 0;
        double x2 = 0;
        double xy = 0;
        double y1 = 0;
        double y2 = 0;
        for (int row : data.training()) {
            double x = table.numbers()[row * table.width() + feature] + shift;
            double y = table.targets()[row];
            x1 += x;
            x2 += x * x;
            xy += x * y;
            y1 += y;
            y2 += y * y;
        }
        int n = data.training().length;
        double largest = largestEigenvalue(x2 / n, x1 / n);
        Map<String, List<String>> query = Map.of(
                "q", List.of(numbers(x2 / n, x1 / n) + ";" + numbers(x1 / n, 1)),
                "c", List.of(numbers(-xy / n, -y1 / n)),
                "b", List.of(rounded(y2 / (2 * n), DIGITS)),
                "start", List.of("-1.5,1.5"),
                "steps", List.of(String.valueOf(STEPS)),
                "run", List.of("sgd(lr=" + rounded(RATE / largest, 2) + ")", "adagrad(lr=0.4)"));
        return SurfaceExperiment.read(query).orThrow();
    }

    private static double largestEigenvalue(double a, double b) {
        return (a + 1 + Math.sqrt((a - 1) * (a - 1) + 4 * b * b)) / 2;
    }

    private static String numbers(double one, double other) {
        return rounded(one, DIGITS) + "," + rounded(other, DIGITS);
    }

    /** What is nothing but rounding is 0. */
    private static String rounded(double value, int digits) {
        return Math.abs(value) < ROUNDING
                ? "0"
                : Decimal.write(new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }
}
