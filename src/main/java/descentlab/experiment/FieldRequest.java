package descentlab.experiment;

import descentlab.objective.NamedObjective;
import descentlab.objective.Window;
import java.util.List;
import java.util.Map;

/**
 * A grid of values of an objective over a window, for drawing its contours.
 *
 * @param surface the query that names the objective; equal for equal ones
 * @param objective the objective, turned
 */
public record FieldRequest(String surface, NamedObjective objective, Window window, int columns, int rows) {

    /** Most columns, and most rows, of a grid. */
    public static final int MOST_CELLS = 400;

    /** Reads a query: what names the surface, and {@code window=x1Min,x1Max,x2Min,x2Max&columns=160&rows=120}. */
    public static Reading<FieldRequest> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        if (query.isEmpty()) {
            reader.problem("objective", "", "an objective by its name, or f or q, as in objective=ellipse");
        }
        SurfaceExperiment experiment = SurfaceExperiment.read(reader);
        reader.runs(SurfaceExperiment.MOST_RUNS, experiment.handovers()); // a whole link may be given
        NamedObjective objective = experiment.objective();
        Window window = reader.window(objective.window());
        int columns = reader.count("columns", 160, 2, MOST_CELLS);
        int rows = reader.count("rows", 120, 2, MOST_CELLS);
        FieldRequest field = new FieldRequest(experiment.surfaceQuery(), objective, window, columns, rows);
        return new Reading<>(field, reader.problems());
    }
}
