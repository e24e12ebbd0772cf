package descentlab.linalg;

/**
 * A symmetric 2 x 2 matrix [[a, b], [b, d]]. Its eigenvalues (a + d)/2 +- hypot((a - d)/2, b) follow from the
 * characteristic polynomial; the smaller in size is taken from the determinant, so that it does not cancel.
 */
public record Symmetric2(double a, double b, double d) {

    /** a d - b^2, with one rounding error of each product caught by a fused multiply-add (Kahan). */
    public double determinant() {
        double square = b * b;
        double error = Math.fma(-b, b, square);
        return Math.fma(a, d, -square) + error;
    }

    /** Smallest eigenvalue. */
    public double smallest() {
        double middle = (a + d) / 2;
        double half = StrictMath.hypot((a - d) / 2, b);
        return middle > 0 ? determinant() / (middle + half) : middle - half;
    }

    /** Largest eigenvalue. */
    public double largest() {
        double middle = (a + d) / 2;
        double half = StrictMath.hypot((a - d) / 2, b);
        return middle < 0 ? determinant() / (middle - half) : middle + half;
    }

    /**
     * Largest over smallest eigenvalue; NaN unless the matrix is positive definite, which is judged as {@link Condition}
     * does.
     */
    public double conditionNumber() {
        double smallest = smallest();
        double largest = largest();
        boolean positive = b == 0 ? smallest > 0 : Condition.distinct(smallest, largest, 2);
        return positive ? largest / smallest : Double.NaN;
    }

    /**
     * R M R' for the rotation R by an angle in degrees, counter-clockwise: the Hessian of f(R'x) where M is that of
     * f(x). By double angles, so that multiples of 45 degrees are as exact as the entries allow.
     */
    public Symmetric2 turned(double degrees) {
        Rotation2 twice = Rotation2.byDegrees(2 * (degrees % 360));
        double cos = twice.cos();
        double sin = twice.sin();
        return new Symmetric2(
                a * ((1 + cos) / 2) + d * ((1 - cos) / 2) - b * sin,
                (a - d) / 2 * sin + b * cos,
                a * ((1 - cos) / 2) + d * ((1 + cos) / 2) + b * sin);
    }

    /** This matrix as one of any size. */
    public ComplexMatrix matrix() {
        return ComplexMatrix.rows(new double[] {a, b}, new double[] {b, d});
    }
}
