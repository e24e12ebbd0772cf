package descentlab.run;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What the endpoints ask of a request beyond its being an experiment. */
public final class Requests {

    private Requests() {}

    /** Whose turns the work is counted among: a browser's session, else the address. */
    public static Object owner(HttpServletRequest request) {
        return request.isRequestedSessionIdValid() ? request.getRequestedSessionId() : request.getRemoteAddr();
    }

    static void needRuns(List<?> runs) {
        needRuns(runs, "run=adagrad(lr=0.4)");
    }

    static void needRuns(List<?> runs, String example) {
        if (runs.isEmpty()) {
            throw new ExperimentException(
                    new Problem("run", "", "at least one optimizer, as in " + example, false));
        }
    }
}
