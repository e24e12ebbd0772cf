package descentlab.experiment;

import descentlab.experiment.LinkParameter.Text;
import descentlab.optimizer.HeatSpec;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import java.util.ArrayList;
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

    private static final LinkParameter<HeatExperiment, String> POINTS = new LinkParameter<>(
            "points",
            "Points",
            "how many rates and how many values of the other setting are tried",
            new Text("two whole numbers from 2 to " + MOST_POINTS + ", as in 31x31", "31x31"),
            USUAL_POINTS[0] + "x" + USUAL_POINTS[1],
            e -> e.rates + "x" + e.values);

    /** What a link says beside a race's parameters. */
    public static final List<LinkParameter<HeatExperiment, ?>> PARAMETERS = List.of(POINTS);

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

    /**
     * Two settings of one of a race's runs that a heat map can be over, and what they are there.
     *
     * @param series which run, from 0
     */
    public record Choice(int series, HeatSpec spec, double lr, double value) {}

    /** All choices that a race has: each setting beside the rate of each optimizer that hands over to no other. */
    public static List<Choice> around(SurfaceExperiment race) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < race.runs().size(); i++) {
            if (race.runs().get(i) instanceof Optimizer optimizer) {
                Map<String, Double> values = Optimizers.of(optimizer).values(optimizer);
                for (OptimizerKind.Key key : HeatSpec.keys(optimizer)) {
                    choices.add(new Choice(i, HeatSpec.around(optimizer, key), optimizer.lr(), values.get(key.name())));
                }
            }
        }
        return choices;
    }

    /** How many pairs are tried of each run. */
    public int pairs() {
        return rates * values;
    }
}
