package descentlab.objective;

import java.util.Optional;

/**
 * A function of two variables with exact first and second derivatives, in double precision. Implementations are
 * immutable and may be shared between threads.
 */
public interface Objective {

    /** f(x1, x2). */
    double value(double x1, double x2);

    /**
     * f(x1, x2) and its gradient.
     *
     * @param gradient receives df/dx1 and df/dx2, length 2
     * @return f(x1, x2)
     */
    double valueAndGradient(double x1, double x2, double[] gradient);

    /**
     * Second derivatives at (x1, x2).
     *
     * @param hessian receives d2f/dx1dx1, d2f/dx1dx2, d2f/dx2dx2, length 3
     */
    void hessian(double x1, double x2, double[] hessian);

    /**
     * Why f or its gradient is no finite number at (x1, x2), in words that follow a colon; empty where both are.
     */
    default Optional<String> undefinedAt(double x1, double x2) {
        double[] g = new double[2];
        double f = valueAndGradient(x1, x2, g);
        // Written so that NaN fails it too; a sum is finite only if its parts are.
        return Math.abs(f) + Math.abs(g[0]) + Math.abs(g[1]) <= Double.MAX_VALUE
                ? Optional.empty()
                : Optional.of("its value or its slope is too large for a number");
    }

    /** The Hessian if it is known to be the same everywhere, as a quadratic's is; else empty. */
    default Optional<Curvature> constantHessian() {
        return Optional.empty();
    }
}
