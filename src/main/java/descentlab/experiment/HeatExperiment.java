package descentlab.experiment;

import descentlab.optimizer.HeatSpec;
import java.util.List;
import java.util.Map;

/**
 * Final f over learning rates and another setting, as a link says it: the parameters of a race, where each
 * {@code run=momentum(lr=0.001..10,beta=0..0.99)} has two ranges, and {@code points=31x31}.
 *
 * @param race all but the optimizers: each pair of settings starts there and takes as many steps; without runs
 * @param runs the optimizers, each with its ranges
 * @param rates how many rates of each range are tried
 * @param values how many of the other setting's values
 */
public record HeatExperiment(SurfaceExperiment race, List<HeatSpec> runs, int rates, int values)
        implements SurfaceMap {

    private static final int[] USUAL_POINTS = {31, 31};
    private static final int MOST_POINTS = 101;

    public HeatExperiment {
        race = race.withRuns(List.of());
        runs = List.copyOf(runs);
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<HeatExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment race = SurfaceExperiment.read(reader);
        int[] points = reader.size("points", USUAL_POINTS, 2, MOST_POINTS);
        HeatExperiment experiment =
                new HeatExperiment(race, reader.heats(SurfaceExperiment.MOST_RUNS), points[0], points[1]);
        reader.checkWork(
                "steps", String.valueOf(race.steps()), (long) experiment.pairs() * race.steps() * experiment.runs.size());
        return new Reading<>(experiment, race.problems(reader));
    }

    /** How many pairs are tried of each run. */
    public int pairs() {
        return rates * values;
    }
}
