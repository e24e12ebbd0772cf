package descentlab.api;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import java.util.List;

/** What the endpoints ask of a request beyond its being an experiment. */
final class Requests {

    private Requests() {}

    static void needRuns(List<?> runs, String example) {
        if (runs.isEmpty()) {
            throw new ExperimentException(
                    new Problem("run", "", "at least one optimizer, as in " + example, false));
        }
    }
}
