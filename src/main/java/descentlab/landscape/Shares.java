package descentlab.landscape;

/**
 * How much of a path lies in its own two main directions.
 *
 * @param first share of its variance along the first
 * @param second along the second
 * @param x its coordinates along the first, as multiples of the root of its variance
 * @param y along the second
 */
public record Shares(double first, double second, double[] x, double[] y) {

    static Shares of(double[][] centered) {
        MainDirections main = MainDirections.of(centered);
        return new Shares(main.share(0), main.share(1), main.coordinates(0), main.coordinates(1));
    }
}
