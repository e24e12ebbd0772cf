package descentlab.experiment;

import descentlab.objective.NamedObjective;
import descentlab.objective.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A grid of values of an objective over a window, for drawing its contours. */
public record FieldRequest(NamedObjective objective, Window window, int columns, int rows) {

    /** Most columns, and most rows, of a grid. */
    public static final int MOST_CELLS = 400;

    private static final Set<String> OWN = Set.of("window", "columns", "rows");
    private static final double FARTHEST = 1e9;

    /** Reads a query: what names the surface, and {@code window=x1Min,x1Max,x2Min,x2Max&columns=160&rows=120}. */
    public static Reading<FieldRequest> read(Map<String, List<String>> query) {
        Map<String, List<String>> surface = new HashMap<>(query);
        surface.keySet().removeAll(OWN);
        Reading<SurfaceExperiment> experiment = SurfaceExperiment.read(surface);
        if (!experiment.problems().isEmpty()) {
            return new Reading<>(null, experiment.problems());
        }
        Map<String, List<String>> own = new HashMap<>(query);
        own.keySet().retainAll(OWN);
        QueryReader reader = new QueryReader(own);
        NamedObjective objective = experiment.experiment().objective();
        Window usual = objective.window();
        double[] w = reader.numbers(
                "window",
                new double[] {usual.x1Min(), usual.x1Max(), usual.x2Min(), usual.x2Max()},
                FARTHEST,
                "-6,2,-3,2");
        int columns = reader.count("columns", 160, 2, MOST_CELLS);
        int rows = reader.count("rows", 120, 2, MOST_CELLS);
        if (!(w[0] < w[1] && w[2] < w[3])) {
            reader.problem("window", own.get("window").getFirst(), "x1Min below x1Max and x2Min below x2Max");
            return new Reading<>(null, reader.problems());
        }
        return new Reading<>(
                new FieldRequest(objective, new Window(w[0], w[1], w[2], w[3]), columns, rows), reader.problems());
    }
}
