package descentlab.diagram;

import descentlab.diagram.Curve.Style;
import descentlab.notation.Decimal;
import java.util.List;
import java.util.Map;

/**
 * Adagrad with ε = 0 along one coordinate of a bowl, step by step and as a flow.
 *
 * <p>The gradient is λx, so that λ cancels: x(t) = x(t−1) − η x(t−1)/√S(t), S(t) = x(0)² + … + x(t−1)². In the limit of short
 * steps x' = −η x/√S and S' = x². Then (x²)' = −2η S'/√S = −4η (√S)', so x² = x(0)² − 4η√S, and √S ends at x(0)²/(4η). With
 * R = √S, dt = 2R dR/(x(0)² − 4ηR) gives t = −R/(2η) − x(0)²/(8η²) log(1 − 4ηR/x(0)²).
 */
final class AdagradFlow implements Theory {

    private static final int SHOWN = 400;
    private static final int POINTS = 240;
    /** Logarithm of what is left of the distance's square at the end of the flow's curve. */
    private static final double SPAN = 60;
    /** What is left of the distance's square, beside the sum of all, where it ends: beyond a double's digits. */
    private static final double NOTHING = 1e-20;

    @Override
    public String name() {
        return "adagrad-flow";
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                new Knob("eta", 0.1, 2, 0.4), new Knob("start", 1, 10, 5));
    }

    @Override
    public List<String> numbers() {
        return List.of("flow-root", "root", "flow-contraction", "contraction");
    }

    @Override
    public String lab(double[] at) {
        return "lab/surface?q=1,0;0,1&start=" + Decimal.write(-at[1]) + ",0&steps=400&run=adagrad(lr=" + Decimal.write(at[0])
                + ",eps=0)";
    }

    @Override
    public Diagram draw(double[] at) {
        double eta = at[0];
        double start = at[1];
        double limit = start * start / (4 * eta);
        double[] t = new double[SHOWN + 1];
        double[] x = new double[SHOWN + 1];
        double[] root = new double[SHOWN + 1];
        double position = start;
        double sum = 0;
        x[0] = start;
        root[0] = Double.NaN;
        for (int k = 1; k <= SHOWN || position * position > NOTHING * sum; k++) {
            sum += position * position;
            position -= eta * position / Math.sqrt(sum);
            if (k <= SHOWN) {
                t[k] = k;
                x[k] = Math.abs(position);
                root[k] = Math.sqrt(sum);
            }
        }
        double end = Math.sqrt(sum);
        double[] flowT = new double[POINTS];
        double[] flowX = new double[POINTS];
        double[] flowRoot = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            // Even steps of the logarithm of what is left, so that time goes on evenly in the end.
            double left = Math.exp(-SPAN * k / (POINTS - 1));
            flowRoot[k] = limit * (1 - left);
            flowX[k] = start * Math.sqrt(left);
            flowT[k] = -flowRoot[k] / (2 * eta) - start * start / (8 * eta * eta) * Math.log(left);
        }
        Axis steps = Axis.linear("step", 0, SHOWN);
        Panel ways = new Panel("Distance from the minimum", steps, Axis.log("|x|", start * 1e-4, 2 * start), List.of(
                new Curve("flow", "newton", Style.LINE, flowT, flowX), new Curve("Adagrad", "adagrad", Style.LINE, t, x)));
        Panel roots = new Panel(
                "The root that the rate is divided by",
                steps,
                Axis.linear("√S", 0, 1.25 * Math.max(limit, end)),
                List.of(
                        new Curve("x₀²/(4η)", "", Style.DASHED, new double[] {0, SHOWN}, new double[] {limit, limit}),
                        new Curve("flow", "newton", Style.LINE, flowT, flowRoot),
                        new Curve("Adagrad", "adagrad", Style.LINE, t, root)));
        return new Diagram(
                "The root ends at " + Math.round(end * 100) / 100.0 + " step by step and at "
                        + Math.round(limit * 100) / 100.0 + " as a flow.",
                List.of(ways, roots),
                Map.of(
                        "flow-root", limit,
                        "root", end,
                        "flow-contraction", eta / limit,
                        "contraction", eta / end));
    }
}
