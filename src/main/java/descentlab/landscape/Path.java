package descentlab.landscape;

/**
 * The way of an optimizer through the space of parameters.
 *
 * @param points where it was, from its start to its end, in single precision, as the network computes with them
 * @param epochs when it was there
 */
public record Path(float[][] points, double[] epochs) {

    public Path {
        if (points.length == 0 || points.length != epochs.length) {
            throw new IllegalArgumentException(points.length + " points at " + epochs.length + " times");
        }
    }

    /** The last point. */
    public float[] end() {
        return points[points.length - 1];
    }

    /** The first point. */
    public float[] start() {
        return points[0];
    }
}
