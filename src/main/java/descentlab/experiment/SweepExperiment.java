package descentlab.experiment;

import descentlab.experiment.LinkParameter.Count;
import descentlab.optimizer.Method;
import descentlab.optimizer.SweepSpec;
import descentlab.training.Sweep;
import java.util.List;
import java.util.Map;

/**
 * A sweep of learning rates on a surface, as a link says it: the parameters of a race, where each
 * {@code run=adagrad(lr=0.001..10)} has a range of rates, and {@code points}.
 *
 * @param race all but the methods: every rate starts there and takes as many steps; without runs
 * @param runs the methods, each with its range
 * @param points how many rates of each range are tried
 */
public record SweepExperiment(SurfaceExperiment race, List<SweepSpec> runs, int points)
        implements SurfaceMap {

    private static final int POINTS_PER_DECADE = 10;

    private static final LinkParameter<SweepExperiment, Integer> RATES = new LinkParameter<>(
            "points",
            "Points",
            "how many rates of each range are tried",
            new Count(2, Sweep.MOST_POINTS),
            Sweep.POINTS,
            SweepExperiment::points);

    /** What a link says beside a race's parameters. */
    public static final List<LinkParameter<SweepExperiment, ?>> PARAMETERS = List.of(RATES);

    public SweepExperiment {
        race = race.withRuns(List.of());
        runs = List.copyOf(runs);
    }

    /** Reads a query; without a run the list of runs is empty. */
    public static Reading<SweepExperiment> read(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        SurfaceExperiment race = SurfaceExperiment.read(reader);
        SweepExperiment experiment = new SweepExperiment(
                race,
                reader.sweeps(SurfaceExperiment.MOST_RUNS, race.handovers()),
                RATES.read(reader));
        return new Reading<>(experiment, experiment.race.problems(reader));
    }

    /**
     * A sweep with the methods of a race, all over the same rates, of several stages the last: the usual range, made wider in whole decades if
     * a rate of the race lies outside. So it stays the same while rates change within it.
     */
    public static SweepExperiment around(SurfaceExperiment race) {
        int least = exponent(SweepSpec.LEAST);
        int most = exponent(SweepSpec.MOST);
        for (Method run : race.runs()) {
            if (run.lr() > 0) {
                double exponent = Math.log10(run.lr());
                least = Math.min(least, (int) Math.floor(exponent));
                most = Math.max(most, (int) Math.ceil(exponent));
            }
        }
        least = Math.max(least, most - (Sweep.MOST_POINTS - 1) / POINTS_PER_DECADE);
        double from = powerOfTen(least);
        double to = powerOfTen(most);
        return new SweepExperiment(
                race,
                race.runs().stream().map(run -> new SweepSpec(run, from, to)).toList(),
                POINTS_PER_DECADE * (most - least) + 1);
    }

    private static int exponent(double powerOfTen) {
        return (int) Math.round(Math.log10(powerOfTen));
    }

    /** The double that its decimal notation stands for, which pow may miss by a bit. */
    private static double powerOfTen(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    /** The whole experiment as a query, the same for equal experiments. */
    public String query() {
        QueryWriter query = new QueryWriter();
        race.settings().forEach((name, values) -> query.add(name, values.getFirst()));
        runs.forEach(run -> query.add("run", run.print()));
        return query.add("points", String.valueOf(points)).toString();
    }
}
