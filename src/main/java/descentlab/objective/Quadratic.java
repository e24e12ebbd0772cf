package descentlab.objective;

import descentlab.linalg.Symmetric2;
import java.util.Optional;

/**
 * f(x) = x'Qx/2 + c'x + b. Only the symmetric part of Q counts, since x'Qx is the same for Q and (Q + Q')/2; the
 * gradient is (Q + Q')x/2 + c, the Hessian (Q + Q')/2.
 */
public record Quadratic(double q11, double q12, double q21, double q22, double c1, double c2, double b)
        implements Objective {

    @Override
    public double value(double x1, double x2) {
        return (q11 * x1 * x1 + (q12 + q21) * x1 * x2 + q22 * x2 * x2) / 2 + c1 * x1 + c2 * x2 + b;
    }

    @Override
    public double valueAndGradient(double x1, double x2, double[] gradient) {
        double off = (q12 + q21) / 2;
        if (off == 0 && isZero(c1) && isZero(c2)) {
            gradient[0] = withoutSign(q11 * x1);
            gradient[1] = withoutSign(q22 * x2);
        } else {
            gradient[0] = q11 * x1 + off * x2 + c1;
            gradient[1] = off * x1 + q22 * x2 + c2;
        }
        return value(x1, x2);
    }

    /** Whether it is 0 and not -0: then a sum with it is what it was, but for the sign of a zero. */
    private static boolean isZero(double c) {
        return Double.doubleToRawLongBits(c) == 0;
    }

    /** A zero loses its sign, as in a sum with 0; but the next step need not wait for two additions. */
    private static double withoutSign(double slope) {
        return slope == 0 ? 0 : slope;
    }

    @Override
    public void hessian(double x1, double x2, double[] hessian) {
        hessian[0] = q11;
        hessian[1] = (q12 + q21) / 2;
        hessian[2] = q22;
    }

    /** The Hessian as a matrix. */
    public Symmetric2 curvature() {
        return new Symmetric2(q11, (q12 + q21) / 2, q22);
    }

    @Override
    public Optional<Curvature> constantHessian() {
        return Optional.of(new Curvature(q11, (q12 + q21) / 2, q22));
    }
}
