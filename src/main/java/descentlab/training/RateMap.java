package descentlab.training;

/**
 * The effective learning rates of a network's first layer at one moment of a training, weight by weight, beside how often the
 * pixel that a weight is on is lit: not black, in the pictures that are trained on.
 *
 * @param epoch when
 * @param units rows of weights that are told, at most {@value #MOST_UNITS}
 * @param side weights of a row's picture from left to right, and from top to bottom
 * @param rates of these weights in the last step, unit by unit; NaN or 0 where there was none
 * @param squares sums of each one's squared gradients over all steps so far, whoever took them
 * @param capped whether eps decides the rate, {@link EpsilonShare}
 * @param pixels for each pixel the mean over all units of log10 of the rate; NaN where there is none. Empty where weights are
 *     not on pixels, as those of a convolution
 * @param correlation of that with log10 of the share of pictures in which the pixel is lit, over those that ever are; NaN where all
 *     have one rate
 * @param medians the median rate of weights, of all units, on pixels lit in under 1%, up to 10%, up to 50%, and more; NaN where
 *     there are none
 * @param cappedShare share of the first layer's weights whose rate eps decides
 * @param layers 5%, 50% and 95% quantiles of the rates of each layer
 */
public record RateMap(
        double epoch,
        int units,
        int side,
        double[] rates,
        double[] squares,
        boolean[] capped,
        double[] pixels,
        double correlation,
        double[] medians,
        double cappedShare,
        double[][] layers) {

    /** The column that has a number in each row at which one was taken, and in no other. */
    public static final String MARK = "rateCapped";

    /** Units that are told, at most. */
    public static final int MOST_UNITS = 16;
}
