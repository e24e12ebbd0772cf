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

    /** The Hessian if it is known to be the same everywhere, as a quadratic's is; else empty. */
    default Optional<Curvature> constantHessian() {
        return Optional.empty();
    }
}
