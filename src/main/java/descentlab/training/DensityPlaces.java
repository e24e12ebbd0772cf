package descentlab.training;

import descentlab.curvature.SpectralDensity;
import java.util.stream.IntStream;

/** Where a density of eigenvalues is drawn: from the least to the largest, as shares of the largest. */
final class DensityPlaces {

    /** Of the Gaussian that each Ritz value is spread as, a share of the largest. */
    static final double DEVIATION = 0.01;

    private static final int PLACES = 160;

    private DensityPlaces() {}

    static double[] of(SpectralDensity density, double top) {
        double least = Math.max(-1, density.least() / top) - 4 * DEVIATION;
        double step = (1 + 4 * DEVIATION - least) / (PLACES - 1);
        return IntStream.range(0, PLACES).mapToDouble(i -> least + i * step).toArray();
    }
}
