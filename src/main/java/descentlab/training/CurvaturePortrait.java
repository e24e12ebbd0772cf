package descentlab.training;

import java.util.List;

/**
 * What the curvature of a network's loss is like at the end of a training, as it is and as an optimizer with rates of its own for
 * each coordinate meets it. The Hessian of a network has negative eigenvalues, so that it has no condition number; what is told
 * in its place is how far its largest eigenvalue stands out.
 *
 * @param sample pictures over which it was measured
 * @param parameters how many there are
 * @param exact whether the diagonal is the Hessian's own; else that of the Gauss-Newton matrix
 * @param draws at random by which the Gauss-Newton matrix's was estimated; 0 for what is no estimate
 * @param seconds what it took
 * @param views the Hessian and what preconditioners make of it
 * @param slope of log P against log |H_ii|, P the inverse of the rates, by least squares over the coordinates that have a
 *     curvature; NaN where all have one rate. 1 would be the diagonal itself, 1/2 its root
 * @param correlation of the same
 * @param points some of them: log10 |H_ii|, log10 P, one after the other, P as a multiple of the least
 */
public record CurvaturePortrait(
        int sample,
        int parameters,
        boolean exact,
        int draws,
        double seconds,
        List<View> views,
        double slope,
        double correlation,
        double[] points) {

    /** Pictures over which it is measured, at most. */
    public static final int MOST_SAMPLE = 1000;

    /** What is done to the Hessian. */
    public enum Preconditioner {
        /** Nothing. */
        NONE,
        /** What the optimizer divides by. */
        OWN,
        /** The same, at random places of the same tensor: what a P that knows no place does. */
        PERMUTED,
        /** The diagonal of the Hessian or of the Gauss-Newton matrix, no entry below a thousandth of their mean. */
        DIAGONAL
    }

    /**
     * The spectrum of P^-1/2 H P^-1/2.
     *
     * @param by what P is
     * @param over10 largest eigenvalue over the tenth; NaN where that is not found
     * @param over20 over the twentieth
     * @param over100 over the hundredth
     * @param overMean over the mean of the eigenvalues' sizes
     * @param negatives share of the eigenvalues that are below 0, by more than a ten-thousandth of the largest
     * @param diagonalSpread largest over median size of the diagonal's entries that are not 0
     * @param places of the density, as shares of the largest eigenvalue
     * @param density there
     */
    public record View(
            Preconditioner by,
            double over10,
            double over20,
            double over100,
            double overMean,
            double negatives,
            double diagonalSpread,
            double[] places,
            double[] density) {}

    public CurvaturePortrait {
        views = List.copyOf(views);
    }
}
