package descentlab.training;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.HeatSpec;
import java.util.List;

/**
 * Final values of an objective over a range of learning rates and one of another setting, all from the same start with the same
 * number of steps and the same noise: a row for each pair, by rising value and then by rising rate.
 */
public final class HeatMap extends Trips {

    /** Columns of the rate, of the other setting, of the last finite value of the objective and of how it ended. */
    public static final List<String> COLUMNS = List.of("lr", "value", "f", "outcome");

    /** Column of f. */
    public static final int F = 2;

    /** Column of how it ended: its number in {@link Outcome#NAMES}. */
    public static final int OUTCOME = 3;

    private final Objective objective;
    private final HeatSpec spec;
    private final double[] rates;
    private final double[] values;
    private final Point start;
    private final int steps;
    private final double noise;
    private final long seed;

    /**
     * @param rates how many rates, at least 2
     * @param values how many of the other setting's values, at least 2
     * @param steps how many steps each descent takes, at least 0
     * @param noise deviation of the gradient noise, at least 0
     * @param seed of the noise
     */
    public HeatMap(
            Objective objective,
            HeatSpec spec,
            int rates,
            int values,
            Point start,
            int steps,
            double noise,
            long seed) {
        super(COLUMNS, rates * values, rates * values, Integer.MAX_VALUE);
        this.objective = objective;
        this.spec = spec;
        this.rates = spec.rates(rates);
        this.values = spec.values(values);
        this.start = start;
        this.steps = steps;
        this.noise = noise;
        this.seed = seed;
    }

    private HeatMap(HeatMap other) {
        super(other);
        objective = other.objective;
        spec = other.spec;
        rates = other.rates;
        values = other.values;
        start = other.start;
        steps = other.steps;
        noise = other.noise;
        seed = other.seed;
    }

    private double rate(int index) {
        return rates[index % rates.length];
    }

    private double value(int index) {
        return values[index / rates.length];
    }

    @Override
    Trip begin(int index, Trip before) {
        Walk walk = new Walk(objective, spec.at(rate(index), value(index)), noise);
        return new Trip(walk, steps, Double.NEGATIVE_INFINITY).begin(start.x1(), start.x2(), seed);
    }

    @Override
    void row(int index, Trip ended) {
        trace().add(rate(index), value(index), ended.f(), ended.outcome());
    }

    @Override
    public HeatMap copy() {
        return new HeatMap(this);
    }

    /** f of the last pair. */
    @Override
    public double result() {
        return trace().last(F);
    }
}
