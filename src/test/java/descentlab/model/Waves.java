package descentlab.model;

import java.util.function.DoubleUnaryOperator;

/** Parameters and directions by formulas, as the reference values' scripts have them. */
final class Waves {

    private Waves() {}

    /** Entry i of tensor k is sin(0.37 i + k) over the root of what comes into a unit. */
    static double[] byFormula(Network network) {
        return point(network, 0.37, 1, Math::sin);
    }

    /** Entry i of tensor k is a wave at step i + turn k, over the root of what comes into a unit. */
    static double[] point(Network network, double step, double turn, DoubleUnaryOperator wave) {
        double[] w = new double[network.size()];
        for (int k = 0; k < network.parameters().size(); k++) {
            Parameter parameter = network.parameters().get(k);
            for (int i = 0; i < parameter.count(); i++) {
                w[parameter.offset() + i] = wave.applyAsDouble(step * i + turn * k) / Math.sqrt(parameter.fanIn());
            }
        }
        return w;
    }

    /** Entry i of tensor k is cos(0.73 i + k). */
    static double[] direction(Network network) {
        double[] v = new double[network.size()];
        for (int k = 0; k < network.parameters().size(); k++) {
            Parameter parameter = network.parameters().get(k);
            for (int i = 0; i < parameter.count(); i++) {
                v[parameter.offset() + i] = Math.cos(0.73 * i + k);
            }
        }
        return v;
    }
}
