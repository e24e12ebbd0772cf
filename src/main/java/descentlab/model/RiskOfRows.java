package descentlab.model;

import java.util.Arrays;

/**
 * A model with some of the data that another has, as if there were no more.
 *
 * @param all the model with all of it
 * @param rows which examples; at least one
 */
public record RiskOfRows(EmpiricalRisk all, int[] rows) implements EmpiricalRisk {

    public RiskOfRows {
        if (rows.length == 0) {
            throw new IllegalArgumentException("at least one example");
        }
        rows = rows.clone();
    }

    @Override
    public int examples() {
        return rows.length;
    }

    @Override
    public int parameters() {
        return all.parameters();
    }

    @Override
    public double lossAndGradient(double[] w, int[] some, int from, int to, double[] gradient) {
        int[] there = Arrays.stream(some, from, to).map(i -> rows[i]).toArray();
        return all.lossAndGradient(w, there, 0, there.length, gradient);
    }

    @Override
    public double loss(double[] w) {
        return all.lossAndGradient(w, rows, 0, rows.length, new double[parameters()]);
    }
}
