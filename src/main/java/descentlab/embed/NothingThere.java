package descentlab.embed;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;

/** An address for frames that names something that there is not: its path is wrong rather than its query. */
public final class NothingThere extends ExperimentException {

    public NothingThere(Problem problem) {
        super(problem);
    }
}
