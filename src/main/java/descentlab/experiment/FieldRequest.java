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

    private static final double FARTHEST = 1e9;

    /** Reads a query: what names the surface, and {@code window=x1Min,x1Max,x2Min,x2Max&columns=160&rows=120}. */
    public static Reading<FieldRequest> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        if (query.isEmpty()) {
            reader.problem("objective", "", "an objective by its name, or f or q, as in objective=ellipse");
        }
        SurfaceExperiment experiment = SurfaceExperiment.read(reader);
        reader.runs(SurfaceExperiment.MOST_RUNS, experiment.handovers()); // a whole link may be given
        NamedObjective objective = experiment.objective();
        Window usual = objective.window();
        double[] w = reader.numbers(
                "window",
                new double[] {usual.x1Min(), usual.x1Max(), usual.x2Min(), usual.x2Max()},
                FARTHEST,
                "-6,2,-3,2");
        int columns = reader.count("columns", 160, 2, MOST_CELLS);
        int rows = reader.count("rows", 120, 2, MOST_CELLS);
        if (!(w[0] < w[1] && w[2] < w[3])) {
            reader.problem(
                    "window", reader.text("window").orElse(""), "x1Min below x1Max and x2Min below x2Max");
            return new Reading<>(null, reader.problems());
        }
        FieldRequest field = new FieldRequest(
                experiment.surfaceQuery(), objective, new Window(w[0], w[1], w[2], w[3]), columns, rows);
        return new Reading<>(field, reader.problems());
    }
}
