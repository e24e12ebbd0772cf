package descentlab.experiment;

import descentlab.notation.Decimal;
import descentlab.training.NoiseCloud;
import java.util.List;
import java.util.Map;

/**
 * A race under many noises, as a link says it: the parameters of a race, with noise, {@code seeds=50}, of which the first is the
 * race's own, and {@code every=1}.
 *
 * @param race the methods and all else
 * @param seeds how many noises
 * @param every how many steps lie between two rows
 */
public record CloudExperiment(SurfaceExperiment race, int seeds, int every)
        implements SurfaceMap {

    private static final int USUAL_SEEDS = 50;
    private static final int MOST_SEEDS = 200;
    private static final int MOST_ROWS = 500_000;

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<CloudExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment settings = SurfaceExperiment.read(reader);
        CloudExperiment experiment = new CloudExperiment(
                settings.withRuns(reader.runs(SurfaceExperiment.MOST_RUNS, settings.handovers())),
                reader.count("seeds", USUAL_SEEDS, 2, MOST_SEEDS),
                reader.count("every", 1, 1, SurfaceExperiment.MOST_STEPS));
        if (settings.noise() == 0) {
            reader.problem("noise", reader.text("noise").orElse(""), "noise above 0, as in noise=0.5");
        }
        if (settings.seed() > QueryReader.MOST_SEED - MOST_SEEDS) {
            reader.problem("seed", Decimal.write(settings.seed()), "a seed that others can follow");
        }
        reader.checkWork(
                "steps",
                String.valueOf(settings.steps()),
                (long) experiment.seeds * settings.steps() * experiment.race.runs().size());
        if (experiment.rows() > MOST_ROWS) {
            reader.tooMuch(
                    "every",
                    String.valueOf(experiment.every),
                    "at most " + MOST_ROWS + " rows of all runs together; these are up to " + experiment.rows());
        }
        return new Reading<>(experiment, experiment.race.problems(reader));
    }

    /** How many rows there are at most, of all runs together. */
    public long rows() {
        return (long) race.runs().size() * NoiseCloud.rows(race.steps(), seeds, every);
    }
}
