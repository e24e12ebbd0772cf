package descentlab.experiment;

import descentlab.objective.Window;
import java.util.List;
import java.util.Map;

/**
 * Where methods end from each of a grid of starts, as a link says it: the parameters of a race, of which the start means
 * nothing, with {@code window=x1Min,x1Max,x2Min,x2Max&columns=200&rows=200&tolerance=0.01}.
 *
 * @param race the methods and all else
 * @param window where the starts are; the objective's own without it
 * @param columns of the grid
 * @param rows of the grid
 * @param tolerance how far above the objective's least value counts as there
 */
public record BasinExperiment(SurfaceExperiment race, Window window, int columns, int rows, double tolerance)
        implements SurfaceMap {

    private static final int USUAL_ACROSS = 200;
    private static final int MOST_ACROSS = 400;
    private static final double USUAL_TOLERANCE = 0.01;
    private static final double MOST_TOLERANCE = 1e9;

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<BasinExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment settings = SurfaceExperiment.read(reader);
        BasinExperiment experiment = new BasinExperiment(
                settings.withRuns(reader.runs(SurfaceExperiment.MOST_RUNS, settings.handovers())),
                reader.window(settings.objective().window()),
                reader.count("columns", USUAL_ACROSS, 2, MOST_ACROSS),
                reader.count("rows", USUAL_ACROSS, 2, MOST_ACROSS),
                reader.number("tolerance", USUAL_TOLERANCE, 0, MOST_TOLERANCE));
        reader.checkWork(
                "steps",
                String.valueOf(settings.steps()),
                (long) experiment.columns * experiment.rows * settings.steps() * experiment.race.runs().size());
        return new Reading<>(experiment, reader.problems());
    }

    /** How many starts there are. */
    public int starts() {
        return columns * rows;
    }
}
