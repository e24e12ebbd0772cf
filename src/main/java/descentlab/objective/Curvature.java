package descentlab.objective;

import descentlab.linalg.Symmetric2;

/** A Hessian [[d11, d12], [d12, d22]] that is the same everywhere. */
public record Curvature(double d11, double d12, double d22) {

    /** Smallest eigenvalue. */
    public double smallest() {
        return matrix().smallest();
    }

    /** Largest eigenvalue. */
    public double largest() {
        return matrix().largest();
    }

    /** Largest over smallest eigenvalue; NaN unless positive definite. */
    public double conditionNumber() {
        return matrix().conditionNumber();
    }

    private Symmetric2 matrix() {
        return new Symmetric2(d11, d12, d22);
    }
}
