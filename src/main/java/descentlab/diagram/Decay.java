package descentlab.diagram;

import descentlab.diagram.Curve.Style;
import descentlab.notation.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * What rates that fall like 1/√t and like 1/t reach under noise, in the mean over all noise.
 *
 * <p>f = h x²/2 with gradients hx + n, n of mean 0 and variance 1, from x(0) = 1. With a = 1 − η(t)h the second moment follows
 * E x(t)² = a² E x(t−1)² + η(t)² exactly, and that of the running sum A of the iterates, for their average, follows from
 * E A(t)x(t) = a E A(t−1)x(t−1) + E x(t)². Nothing is drawn at random.
 */
final class Decay implements Theory {

    private static final int STEPS = 100_000;
    private static final int POINTS = 200;
    private static final double LEAST = 1e-6;

    @Override
    public String name() {
        return "decay";
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                new Knob("eta", 0.05, 1.9, 1), new Knob("curvature", 0.01, 1, 1));
    }

    @Override
    public List<String> numbers() {
        return List.of("constant", "root", "line", "average", "line-slope", "root-slope");
    }

    /** E f after each step, of the iterate and of the average of the iterates. */
    private record Mean(double[] last, double[] average) {

        static Mean of(double h, IntToDoubleFunction rate) {
            double[] last = new double[STEPS + 1];
            double[] average = new double[STEPS + 1];
            double square = 1;
            double cross = 0;
            double sum = 0;
            last[0] = h / 2;
            for (int t = 1; t <= STEPS; t++) {
                double eta = rate.applyAsDouble(t);
                double a = 1 - eta * h;
                square = a * a * square + eta * eta;
                sum += 2 * a * cross + square;
                cross = a * cross + square;
                last[t] = h / 2 * square;
                average[t] = h / 2 * sum / ((double) t * t);
            }
            return new Mean(last, average);
        }
    }

    @Override
    public String lab(double[] at) {
        String rate = "sgd(lr=" + Decimal.write(at[0]);
        String curvature = Decimal.write(at[1]);
        return "lab/surface?q=" + curvature + ",0;0," + curvature + "&start=1,1&steps=2000&noise=1&run=" + rate + ")&run=" + rate
                + ",schedule=invsqrt(0))";
    }

    @Override
    public Diagram draw(double[] at) {
        double eta = at[0];
        double h = at[1];
        Mean constant = Mean.of(h, t -> eta);
        Mean root = Mean.of(h, t -> eta / Math.sqrt(t));
        Mean line = Mean.of(h, t -> eta / t);
        Axis steps = Axis.log("step", 1, STEPS);
        Axis heights = Axis.log("mean of f", LEAST, 10);
        List<Curve> curves = new ArrayList<>();
        curves.add(curve("η", "sgd", Style.LINE, constant.last));
        curves.add(curve("η/√t", "adagrad", Style.LINE, root.last));
        curves.add(curve("η/√t, average of the iterates", "adagrad", Style.DASHED, root.average));
        curves.add(curve("η/t", "counter", Style.LINE, line.last));
        return new Diagram(
                "After " + STEPS + " steps the mean of f is " + shown(constant.last[STEPS]) + " with a constant rate, "
                        + shown(root.last[STEPS]) + " with η/√t and " + shown(line.last[STEPS]) + " with η/t.",
                List.of(new Panel("What noise leaves, in the mean", steps, heights, curves)),
                Map.of(
                        "constant", constant.last[STEPS],
                        "root", root.last[STEPS],
                        "line", line.last[STEPS],
                        "average", root.average[STEPS],
                        "line-slope", slope(line.last),
                        "root-slope", slope(root.last)));
    }

    /** Of the logarithms, over the last decade. */
    private static double slope(double[] heights) {
        return Math.log10(heights[STEPS] / heights[STEPS / 10]);
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }

    private static Curve curve(String name, String look, Style style, double[] heights) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            int t = (int) Math.round(Math.pow(STEPS, i / (POINTS - 1.0)));
            x[i] = t;
            y[i] = heights[t];
        }
        return new Curve(name, look, style, x, y);
    }
}
