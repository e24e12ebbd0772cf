package descentlab.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How what an optimizer divides by goes with the diagonal of the Hessian: log P over log |H_ii|, by least squares over the
 * coordinates that have a curvature worth the name.
 *
 * @param slope NaN where all coordinates have one rate
 * @param correlation of the same
 * @param points some of them: log10 |H_ii|, log10 of P over the least P, one after the other
 */
record DiagonalFit(double slope, double correlation, double[] points) {

    /** Entries below this share of the largest are rounding. */
    private static final double NOTHING = 1e-6;

    private static final int SHOWN = 400;

    static DiagonalFit of(double[] diagonal, double[] rates) {
        double largest = Arrays.stream(diagonal).map(Math::abs).max().orElse(0);
        int[] taken = IntStream.range(0, diagonal.length)
                .filter(i -> Math.abs(diagonal[i]) > NOTHING * largest && rates[i] > 0)
                .toArray();
        if (!ownRates(rates) || taken.length < 3) {
            return new DiagonalFit(Double.NaN, Double.NaN, new double[0]);
        }
        double most = Arrays.stream(taken).mapToDouble(i -> rates[i]).max().orElseThrow();
        double[] x = Arrays.stream(taken).mapToDouble(i -> Math.log10(Math.abs(diagonal[i]))).toArray();
        double[] y = Arrays.stream(taken).mapToDouble(i -> Math.log10(most / rates[i])).toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        int step = Math.max(1, x.length / SHOWN);
        double[] points = IntStream.iterate(0, i -> i < x.length, i -> i + step)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(new double[] {x[i], y[i]}))
                .toArray();
        return new DiagonalFit(xy / xx, xy / Math.sqrt(xx * yy), points);
    }

    /** Whether coordinates have rates of their own. */
    static boolean ownRates(double[] rates) {
        return Arrays.stream(rates).anyMatch(rate -> rate != rates[0]);
    }

    /**
     * Largest over median size of the entries that are not 0 (arXiv 2211.02254).
     *
     * @param scale whose squares multiply them; null for none
     */
    static double spread(double[] diagonal, double[] scale) {
        double[] sizes = IntStream.range(0, diagonal.length)
                .mapToDouble(i -> Math.abs(diagonal[i]) * (scale == null ? 1 : scale[i] * scale[i]))
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        return sizes.length == 0 ? Double.NaN : sizes[sizes.length - 1] / sizes[sizes.length / 2];
    }
}
