package descentlab.experiment;

import descentlab.dataset.DataSheet;
import descentlab.training.InitialParameters;

/**
 * A learning task: a data set with a model that can be fitted to it. Names and sizes are at hand; the data is read or made
 * when first asked for, which takes its time: not to be done on a thread that somebody waits for.
 */
public sealed interface Task permits TableTask, PictureTask, OwnTask {

    /**
     * How large the trainings of a kind of task are.
     *
     * @param batch examples in a batch, usually
     * @param epochs usually
     * @param initial how parameters start, usually
     * @param mostRuns optimizers at once
     * @param mostEpochs times through the data
     * @param mostBatch examples in a batch: a step is a piece of computing, for which others wait
     * @param mostRows rows of a curve
     * @param rows what these are called
     */
    record Size(
            int batch,
            int epochs,
            InitialParameters initial,
            int mostRuns,
            int mostEpochs,
            int mostBatch,
            int mostRows,
            String rows) {}

    /** What is to be known of the data. */
    DataSheet sheet();

    /** Name of the model, as in links. */
    String model();

    /** Name of the model in sentences. */
    String title();

    /** The loss, in TeX. */
    String loss();

    /** Examples to train with. */
    int examples();

    /** How large its trainings are. */
    Size size();

    /** How many examples are between two rows of a curve, usually, if one trains on so many. */
    int every(int trained);

    /** What its lab shows first. */
    TrainingExperiment initial();

    /** Name of the data set, as in links. */
    default String data() {
        return sheet().name();
    }
}
