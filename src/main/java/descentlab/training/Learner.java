package descentlab.training;

import descentlab.dataset.Images;
import descentlab.optimizer.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What is trained, with its data: the mean loss over a batch and its gradient, and what is measured at a row, both worked out
 * in parts. One training's own; it may share what takes memory with its siblings, which then take turns.
 */
interface Learner {

    /** Number of examples. */
    int examples();

    /** What the examples are called. */
    String unit();

    /** Where each tensor of parameters ends, in their order; the last is how many parameters there are. */
    int[] ends();

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

    /** Goes on with it, for at least a part, until {@code over}; true once it can be ended. */
    boolean goOn(BooleanSupplier over);

    /** Ends it: {@code gradient} receives the gradient; the mean loss. */
    double end(double[] gradient);

    /** Columns beside {@link Training#COLUMNS}. */
    List<String> columns();

    /** Whether there is a row at the end of each epoch, too. */
    boolean everyEpoch();

    /** Hears who takes the steps now, and how many that one has taken, before a row is begun. */
    default void follows(Optimizer optimizer, long t) {}

    /** Begins a row, of a training that has seen so many examples; {@code between} says whether no epoch is under way. */
    void beginRow(long seen, boolean between);

    /**
     * Goes on with it, for at least a part, until {@code over}; true once it is whole.
     *
     * @param w parameters
     * @param gradient of the last batch
     * @param rates effective learning rates of the last step
     * @param row holds {@link Training#COLUMNS} but for the loss, and NaN; receives what is measured
     */
    boolean measure(double[] w, double[] gradient, double[] rates, double[] row, BooleanSupplier over);

    /** Whether what was measured last is finite. */
    boolean sound();

    /** Where the state was taken that is kept of a training that diverges: at the last finite loss, or point. */
    String kept();

    /** Whether a row has begun something that is shared with siblings. */
    default boolean midway() {
        return false;
    }

    /** What was seen of the curvature at the end; empty before that, and where nobody looks. */
    default Optional<CurvaturePortrait> portrait() {
        return Optional.empty();
    }

    /** The learning rates as pictures so far; none where nobody asked. */
    default List<RateMap> rateMaps() {
        return List.of();
    }

    /** In which share of the examples each pixel is lit, where weights whose rates are taken down are on pixels; else empty. */
    default double[] lit() {
        return new double[0];
    }

    /** The pictures that are trained on, as the model sees them; nothing where the examples are no pictures. */
    default Optional<Images> images() {
        return Optional.empty();
    }

    /** What became of the test pictures so far; none where there are none. */
    default List<TestEvaluation> tests() {
        return List.of();
    }

    /** The number that one asks for in the end, of the rows so far. */
    double result(Trace rows);

    /** The parts of a vector of parameters by name; copies. */
    Map<String, double[]> named(double[] w);

    /** The same for another training that is about to start; the two take turns, batch by batch. */
    Learner beside();

    /** The same with nothing measured on the way but the loss. */
    default Learner unmeasured() {
        return beside();
    }

    /** One that goes on from here, between batches, and takes turns with nobody. */
    default Learner copy() {
        return beside();
    }
}
