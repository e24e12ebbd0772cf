package descentlab.landscape;

/**
 * The points o + x u + y v of the space of parameters.
 *
 * @param o its origin
 * @param u its first direction
 * @param v its second one, not along the first
 */
public record Plane(double[] o, double[] u, double[] v) {

    /**
     * The point of a plane that is nearest to another.
     *
     * @param x its first coordinate
     * @param y its second one
     * @param off Euclidean distance from it to the other
     */
    public record Foot(double x, double y, double off) {}

    /** The nearest point, by least squares. */
    public Foot foot(float[] w) {
        double uu = 0;
        double uv = 0;
        double vv = 0;
        double wu = 0;
        double wv = 0;
        for (int i = 0; i < o.length; i++) {
            double d = w[i] - o[i];
            uu += u[i] * u[i];
            uv += u[i] * v[i];
            vv += v[i] * v[i];
            wu += d * u[i];
            wv += d * v[i];
        }
        double determinant = uu * vv - uv * uv;
        double x = (wu * vv - wv * uv) / determinant;
        double y = (wv * uu - wu * uv) / determinant;
        double squares = 0;
        for (int i = 0; i < o.length; i++) {
            double left = w[i] - o[i] - x * u[i] - y * v[i];
            squares += left * left;
        }
        return new Foot(x, y, Math.sqrt(squares));
    }
}
