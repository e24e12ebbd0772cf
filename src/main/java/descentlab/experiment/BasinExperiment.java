package descentlab.experiment;

import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Real;
import descentlab.experiment.LinkParameter.Text;
import descentlab.notation.Decimal;
import descentlab.objective.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final LinkParameter<BasinExperiment, String> WINDOW = new LinkParameter<>(
            "window",
            "Window",
            "where the starts are: x1 from, to, x2 from, to; the objective's own without it",
            new Text("4 numbers, as in -6,2,-3,2", "-6,2,-3,2"),
            null,
            e -> Stream.of(e.window.x1Min(), e.window.x1Max(), e.window.x2Min(), e.window.x2Max())
                    .map(Decimal::write)
                    .collect(Collectors.joining(",")));

    private static final LinkParameter<BasinExperiment, Integer> COLUMNS = new LinkParameter<>(
            "columns", "Columns", "of the grid of starts", new Count(2, MOST_ACROSS), USUAL_ACROSS, BasinExperiment::columns);

    private static final LinkParameter<BasinExperiment, Integer> ROWS = new LinkParameter<>(
            "rows", "Rows", "of the grid of starts", new Count(2, MOST_ACROSS), USUAL_ACROSS, BasinExperiment::rows);

    private static final LinkParameter<BasinExperiment, Double> TOLERANCE = new LinkParameter<>(
            "tolerance",
            "Tolerance",
            "how far above the objective's least value counts as there",
            new Real(0, MOST_TOLERANCE),
            USUAL_TOLERANCE,
            BasinExperiment::tolerance);

    /** What a link says beside a race's parameters. */
    public static final List<LinkParameter<BasinExperiment, ?>> PARAMETERS = List.of(WINDOW, COLUMNS, ROWS, TOLERANCE);

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<BasinExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment settings = SurfaceExperiment.read(reader);
        BasinExperiment experiment = new BasinExperiment(
                settings.withRuns(reader.runs(SurfaceExperiment.MOST_RUNS, settings.handovers())),
                reader.window(settings.objective().window()),
                COLUMNS.read(reader),
                ROWS.read(reader),
                TOLERANCE.read(reader));
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
