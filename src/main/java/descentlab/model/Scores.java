package descentlab.model;

import descentlab.dataset.MixedTable;
import java.util.List;
import java.util.Random;

/** How a model makes scores of an example: a function of one vector of parameters. Immutable. */
sealed interface Scores permits AffineScores, HiddenScores {

    /** The parameters, in their order. */
    List<Parameter> parameters();

    /** Number of parameters. */
    default int size() {
        return parameters().getLast().end();
    }

    /** Numbers of room that {@link #forward} and {@link #backward} need for an example. */
    int room();

    /**
     * Computes scores.
     *
     * @param room receives what is needed on the way back
     * @param z receives the scores
     */
    void forward(double[] w, MixedTable table, int row, double[] room, double[] z);

    /**
     * Adds to a gradient.
     *
     * @param room as {@link #forward} left it
     * @param slope derivatives of the loss by the scores
     */
    void backward(double[] w, MixedTable table, int row, double[] room, double[] slope, double[] gradient);

    /** Fills parameters as the model starts by itself. */
    void initialize(double[] w, Random random);

    /** Multiplications for an example, about. */
    long work();
}
