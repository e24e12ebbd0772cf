package descentlab.training;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** What is trained, with its data: the mean loss over a batch and its gradient, worked out in parts. */
interface Batches {

    /** Number of examples. */
    int examples();

    /** The parameters to begin with, as a plan has it. */
    double[] start(TrainingPlan plan);

    /** Examples that may be trained on before somebody looks at the clock; at least one batch is. */
    int betweenLooks();

    /**
     * Begins a batch.
     *
     * @param w parameters, left untouched, not to be changed before the end
     * @param rows indices of examples, not to be changed before the end
     * @param from first entry of {@code rows} to use
     * @param to end of the entries to use, exclusive; more than {@code from}
     */
    void begin(double[] w, int[] rows, int from, int to);

    /**
     * Goes on with it.
     *
     * @param over whether to come back; at least one part is done
     * @return true once it can be ended
     */
    boolean goOn(BooleanSupplier over);

    /**
     * Ends it.
     *
     * @param gradient receives the gradient
     * @return the mean loss
     */
    double end(double[] gradient);

    /** The parts of a vector of parameters by name; copies. */
    Map<String, double[]> named(double[] w);

    /** The same for another training, which is to take turns with this one between batches. */
    Batches beside();

    /** What the examples are called. */
    String unit();
}
