package descentlab.model;

import descentlab.dataset.Table;

/** A model of tabular data whose parameters are one vector: weights first, then the bias. Double precision. */
public interface TabularModel {

    /** Number of parameters for data of that many features. */
    int parameters(int width);

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
    double lossAndGradient(double[] w, Table table, int[] rows, int from, int to, double[] gradient);

    /** Mean loss over all examples. */
    double loss(double[] w, Table table);

    /** This model on that data. */
    default EmpiricalRisk on(Table table) {
        return new TabularProblem(this, table);
    }
}
