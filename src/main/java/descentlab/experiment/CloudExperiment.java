package descentlab.experiment;

import descentlab.experiment.LinkParameter.Count;
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

    private static final LinkParameter<CloudExperiment, Integer> SEEDS = new LinkParameter<>(
            "seeds",
            "Seeds",
            "how many noises, of which the first is that of seed",
            new Count(2, MOST_SEEDS),
            USUAL_SEEDS,
            CloudExperiment::seeds);

    private static final LinkParameter<CloudExperiment, Integer> EVERY = new LinkParameter<>(
            "every",
            "Every",
            "how many steps lie between two rows",
            new Count(1, SurfaceExperiment.MOST_STEPS),
            1,
            CloudExperiment::every);

    /** What a link says beside a race's parameters. */
    public static final List<LinkParameter<CloudExperiment, ?>> PARAMETERS = List.of(SEEDS, EVERY);

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<CloudExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment settings = SurfaceExperiment.read(reader);
        CloudExperiment experiment = new CloudExperiment(
                settings.withRuns(reader.runs(SurfaceExperiment.MOST_RUNS, settings.handovers())),
                SEEDS.read(reader),
                EVERY.read(reader));
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
