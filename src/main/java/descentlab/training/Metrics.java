package descentlab.training;

import java.util.List;
import java.util.function.BooleanSupplier;

/** What is measured at a row of a training, a part at a time. One training's own. */
interface Metrics {

    /**
     * Where a training stands; live.
     *
     * @param w parameters
     * @param gradient of the last batch
     * @param rates effective learning rates of the last step
     */
    record Standing(double[] w, double[] gradient, double[] rates) {}

    /** Columns beside {@link Training#COLUMNS}. */
    List<String> columns();

    /** Whether there is a row at the end of each epoch, too. */
    boolean everyEpoch();

    /** Hears of a batch that was trained on. */
    default void hear(double loss, int examples) {}

    /** Begins a row; {@code between} says whether no epoch is under way. */
    void begin(long examples, boolean between);

    /**
     * Goes on with it.
     *
     * @param row holds {@link Training#COLUMNS} but for the loss, and NaN; receives what is measured
     * @param over whether to come back; at least one part is done
     * @return true once the row is whole
     */
    boolean goOn(Standing at, double[] row, BooleanSupplier over);

    /** Whether it is within something that it shares with its siblings. */
    default boolean midway() {
        return false;
    }

    /** Whether what was measured last is finite. */
    boolean sound();

    /** What became of the test pictures so far; none where there are none. */
    default List<TestEvaluation> tests() {
        return List.of();
    }

    /** The number that one asks for in the end, of the rows so far. */
    double result(Trace rows);

    /** At what the state was taken that is kept of a training that diverges. */
    String kept();

    /** The same for another training that is about to start. */
    Metrics beside();

    /** One that goes on from here. */
    Metrics copy();
}
