package descentlab.model;

/**
 * What a {@link BatchNorm} knows of a whole batch, unit by unit, and how that changes along a direction: taken in double, example
 * after example, so that it does not depend on where the batch is cut, nor on how many cores help.
 */
final class NormStatistics {

    /** Of the sums. */
    final double[] mean;

    /** One over the root of their population variance and eps. */
    final double[] inverse;

    /** Gradients with respect to beta and gamma. */
    final double[] shift;

    final double[] scale;

    /** How the four change. */
    final double[] meanChange;

    final double[] inverseChange;
    final double[] shiftChange;
    final double[] scaleChange;

    /** Examples in the batch. */
    int count;

    NormStatistics(int units) {
        mean = new double[units];
        inverse = new double[units];
        shift = new double[units];
        scale = new double[units];
        meanChange = new double[units];
        inverseChange = new double[units];
        shiftChange = new double[units];
        scaleChange = new double[units];
    }
}
