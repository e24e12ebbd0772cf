package descentlab.model;

/**
 * A model with the data it is to fit: a mean loss over examples as a function of one vector of parameters, weights
 * first, then the bias. Double precision. Implementations are immutable and may be shared between threads.
 */
public interface EmpiricalRisk {

    /** Number of examples. */
    int examples();

    /** Number of parameters. */
    int parameters();

    /**
     * Mean loss over some examples and its gradient.
     *
     * @param w parameters, left untouched
     * @param rows indices of examples
     * @param from first entry of {@code rows} to use
     * @param to end of the entries to use, exclusive; more than {@code from}
     * @param gradient receives the gradient, same length as w
     * @return the mean loss
     */
    double lossAndGradient(double[] w, int[] rows, int from, int to, double[] gradient);

    /** Mean loss over all examples. */
    double loss(double[] w);
}
