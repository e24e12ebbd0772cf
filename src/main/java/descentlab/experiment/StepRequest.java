package descentlab.experiment;

import descentlab.optimizer.Method;
import java.util.List;
import java.util.Map;

/**
 * A step of a race, of which is asked how it was computed.
 *
 * @param race with the run, of which there is one at least
 * @param series which run, from 0
 * @param step which step, from 1
 */
public record StepRequest(SurfaceExperiment race, int series, int step) {

    /** Reads a query: a race's, and {@code series=0&step=7}, of which each may be missing. */
    public static Reading<StepRequest> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment settings = SurfaceExperiment.read(reader);
        SurfaceExperiment race = settings.withRuns(reader.runs(SurfaceExperiment.MOST_RUNS, settings.handovers()));
        int series = within(reader, "series", 0, race.runs().size() - 1);
        int step = within(reader, "step", 1, race.steps());
        if (race.runs().isEmpty()) {
            reader.problem("run", "", "at least one optimizer, as in run=adagrad(lr=0.4)");
        }
        return new Reading<>(new StepRequest(race, series, step), race.problems(reader));
    }

    /** A number of what there is, the least without it; none is there if most is less than that. */
    private static int within(QueryReader reader, String name, int least, int most) {
        String came = reader.text(name).orElse("");
        if (came.isEmpty() && most >= least) {
            return least;
        }
        if (came.matches("\\d{1,6}") && Integer.parseInt(came) >= least && Integer.parseInt(came) <= most) {
            return Integer.parseInt(came);
        }
        if (most >= least) {
            reader.problem(name, came, "a whole number from " + least + " to " + most);
        } else if (name.equals("step")) {
            reader.problem("steps", "0", "at least 1, so that there is a step");
        }
        return least;
    }

    /** The run whose step it is. */
    public Method run() {
        return race.runs().get(series);
    }
}
