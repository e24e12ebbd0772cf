package descentlab.diagram;

import descentlab.diagram.Curve.Style;
import descentlab.notation.Decimal;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * How many steps a digit takes against the condition number κ, each method at its best rate: gradient descent at
 * η = 2/(λmin + λmax) shrinks distances by (κ−1)/(κ+1) a step, momentum at √β = (√κ−1)/(√κ+1) and √η = (1+√β)/√λmax by √β,
 * Newton's method is there in one. Polyak (1964).
 */
final class StepsByCondition implements Theory {

    private static final double MOST = 1e6;
    private static final int POINTS = 200;

    @Override
    public String name() {
        return "steps-by-condition";
    }

    @Override
    public List<Knob> knobs() {
        return List.of(new Knob("kappa", 1.1, MOST, 20));
    }

    @Override
    public List<String> numbers() {
        return List.of("descent", "momentum", "eta", "beta", "ratio");
    }

    static double descentFactor(double kappa) {
        return (kappa - 1) / (kappa + 1);
    }

    static double momentumFactor(double kappa) {
        return (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
    }

    @Override
    public String lab(double[] at) {
        double beta = momentumFactor(at[0]) * momentumFactor(at[0]);
        return "lab/surface?q=1,0;0," + Decimal.write(at[0]) + "&start=-5,-2&steps=100&run=sgd(lr="
                + Decimal.write(2 / (1 + at[0])) + ")&run=momentum(lr="
                + Decimal.write(Math.pow(1 + Math.sqrt(beta), 2) / at[0]) + ",beta=" + Decimal.write(beta) + ")";
    }

    @Override
    public Diagram draw(double[] at) {
        double kappa = at[0];
        double descent = steps(descentFactor(kappa));
        double momentum = steps(momentumFactor(kappa));
        double beta = momentumFactor(kappa) * momentumFactor(kappa);
        Axis kappas = Axis.log("condition number κ", 1.1, MOST);
        Axis steps = Axis.log("steps for a digit", 0.5, 3 * MOST);
        Panel panel = new Panel("Steps for a digit, at the best rates", kappas, steps, List.of(
                curve("gradient descent", "sgd", kappas, StepsByCondition::descentFactor),
                curve("momentum", "momentum", kappas, StepsByCondition::momentumFactor),
                new Curve("Newton's method", "newton", Style.LINE, new double[] {1.1, MOST}, new double[] {1, 1}),
                new Curve(
                        "the chosen κ",
                        "adagrad",
                        Style.DOTS,
                        new double[] {kappa, kappa, kappa},
                        new double[] {descent, momentum, 1})));
        return new Diagram(
                "At a condition number of " + Math.round(kappa) + " a digit takes " + Math.round(descent * 10) / 10.0
                        + " steps of gradient descent and " + Math.round(momentum * 10) / 10.0 + " with momentum.",
                List.of(panel),
                Map.of(
                        "descent", descent,
                        "momentum", momentum,
                        // for a smaller eigenvalue of 1
                        "eta", Math.pow(1 + Math.sqrt(beta), 2) / kappa,
                        "beta", beta,
                        "ratio", descent / momentum));
    }

    private static double steps(double factor) {
        return -1 / Math.log10(factor);
    }

    private static Curve curve(String name, String look, Axis kappas, DoubleUnaryOperator factor) {
        return Curve.of(name, look, Style.LINE, kappas, POINTS, kappa -> steps(factor.applyAsDouble(kappa)));
    }
}
