package descentlab.diagram;

import descentlab.diagram.Curve.Style;
import descentlab.notation.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * By what factor a step of gradient descent, with momentum or without, shrinks the distance to the minimum of a bowl along an
 * eigenvector, against its eigenvalue.
 *
 * <p>Along an eigenvector of eigenvalue λ, v ← βv + λx and x ← x − ηv give x(t+1) = (1 + β − ηλ) x(t) − β x(t−1). The factor is
 * the larger of the sizes of the roots of z² − (1 + β − ηλ) z + β: the root of β where they are complex, and |1 − ηλ| for β = 0.
 * Polyak (1964).
 */
final class Contraction implements Theory {

    private static final int POINTS = 401;
    private static final int STEPS = 60;
    private static final double LEAST = 1e-8;

    @Override
    public String name() {
        return "contraction";
    }

    @Override
    public List<Knob> knobs() {
        return List.of(
                new Knob("eta", 0.001, 10, 0.4),
                new Knob("beta", 0, 0.999, 0),
                new Knob("flat", 0.001, 100, 0.2),
                new Knob("steep", 0.001, 100, 4));
    }

    @Override
    public List<String> numbers() {
        return List.of("flat-factor", "steep-factor", "worst", "best-eta", "largest-eta", "steps-a-digit");
    }

    /** The factor of a step in the long run. */
    static double factor(double eta, double beta, double lambda) {
        double half = (1 + beta - eta * lambda) / 2;
        double discriminant = half * half - beta;
        return discriminant < 0 ? Math.sqrt(beta) : Math.abs(half) + Math.sqrt(discriminant);
    }

    @Override
    public String lab(double[] at) {
        return "lab/surface?q=" + Decimal.write(at[2]) + ",0;0," + Decimal.write(at[3]) + "&start=-5,-2&steps=60&run="
                + (at[1] > 0
                        ? "momentum(lr=" + Decimal.write(at[0]) + ",beta=" + Decimal.write(at[1]) + ")&run="
                        : "")
                + "sgd(lr=" + Decimal.write(at[0]) + ")";
    }

    @Override
    public Diagram draw(double[] at) {
        double eta = at[0];
        double beta = at[1];
        double flat = Math.min(at[2], at[3]);
        double steep = Math.max(at[2], at[3]);
        String look = beta > 0 ? "momentum" : "sgd";
        Axis lambdas = Axis.linear("eigenvalue λ", 0, 1.5 * steep);
        Axis factors = Axis.linear("factor of a step", 0, 1.5);
        List<Curve> curves = new ArrayList<>();
        curves.add(Curve.of("no progress", "", Style.DASHED, lambdas, 2, lambda -> 1));
        if (beta > 0) {
            curves.add(Curve.of("without momentum", "sgd", Style.DASHED, lambdas, POINTS, lambda -> factor(eta, 0, lambda)));
        }
        curves.add(Curve.of(
                beta > 0 ? "with momentum" : "gradient descent",
                look,
                Style.LINE,
                lambdas,
                POINTS,
                lambda -> factor(eta, beta, lambda)));
        curves.add(new Curve(
                "the bowl's eigenvalues",
                "adagrad",
                Style.DOTS,
                new double[] {flat, steep},
                new double[] {factor(eta, beta, flat), factor(eta, beta, steep)}));
        Axis steps = Axis.linear("step", 0, STEPS);
        Axis distances = Axis.log("distance, 1 at the start", LEAST, 10);
        Panel left = new Panel("Factor of a step, by eigenvalue", lambdas, factors, curves);
        Panel right = new Panel("The distance along each", steps, distances, List.of(
                way("flat, λ = " + shown(flat), "newton", Style.LINE, eta, beta, flat),
                way("steep, λ = " + shown(steep), look, Style.DASHED, eta, beta, steep)));
        double slow = factor(eta, beta, flat);
        double fast = factor(eta, beta, steep);
        double worst = Math.max(slow, fast);
        return new Diagram(
                "A step multiplies the distance along the flat direction by " + shown(slow) + " and along the steep one by "
                        + shown(fast) + ".",
                List.of(left, right),
                Map.of(
                        "flat-factor", slow,
                        "steep-factor", fast,
                        "worst", worst,
                        "best-eta", 2 / (flat + steep),
                        "largest-eta", 2 * (1 + beta) / steep,
                        "steps-a-digit", worst < 1 ? -1 / Math.log10(worst) : Double.POSITIVE_INFINITY));
    }

    private static String shown(double value) {
        return Decimal.write(Math.round(value * 1e3) / 1e3);
    }

    /** The size of the distance at each step, from 1 at rest. */
    private static Curve way(String name, String look, Style style, double eta, double beta, double lambda) {
        double[] t = new double[STEPS + 1];
        double[] size = new double[STEPS + 1];
        double x = 1;
        double v = 0;
        for (int k = 0; k <= STEPS; k++) {
            t[k] = k;
            size[k] = x == 0 ? Double.NaN : Math.abs(x);
            v = beta * v + lambda * x;
            x -= eta * v;
        }
        return new Curve(name, look, style, t, size);
    }
}
