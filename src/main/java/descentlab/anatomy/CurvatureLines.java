package descentlab.anatomy;

import descentlab.anatomy.Term.Role;
import descentlab.optimizer.Elimination;

/** Those that ask for second derivatives. */
final class CurvatureLines {

    private CurvatureLines() {}

    static void newton(Working working) {
        Quantity eta = working.rate("\\eta");
        double[] h = working.step.hessian();
        working.given(Role.CURVATURE, "H_{1\\cdot}", "first row of the second derivatives", h[0], h[1]);
        working.given(Role.CURVATURE, "H_{2\\cdot}", "second row of the second derivatives", h[2], h[3]);
        double[] direction = working.step.gradient().clone();
        if (direction[0] != 0 || direction[1] != 0) {
            Elimination.solve(h.clone(), direction);
        }
        Quantity p = working.let(Role.DIRECTION, "p", "Newton's direction", Quantity.named("H^{-1} g", direction));
        working.ends(working.x, eta.times(p).negative());
    }

    static void diagonal(Working working) {
        Quantity eta = working.rate("\\eta");
        double[] h = working.step.hessian();
        Quantity curvature = working.given(Role.CURVATURE, "h", "second derivative along the coordinate", h[0], h[3]);
        Quantity rate = working.let(Role.RATE, "\\alpha_i", "rate of the coordinate", eta.overOrZero(curvature));
        working.ends(working.x, rate.times(working.g).negative());
    }
}
