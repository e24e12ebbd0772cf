package descentlab.model;

import descentlab.dataset.MixedTable;
import java.util.List;
import java.util.Random;

/**
 * A perceptron with one hidden layer: z = W2 max(W1 x + b1, 0) + b2.
 *
 * @param table for its sizes
 * @param hidden units between
 * @param outputs number of scores
 */
record HiddenScores(MixedTable table, int hidden, int outputs) implements Scores {

    @Override
    public List<Parameter> parameters() {
        Parameter first = new Parameter("hidden.weight", 0, List.of(hidden, table.features()));
        Parameter firstBias = new Parameter("hidden.bias", first.end(), List.of(hidden));
        Parameter second = new Parameter("output.weight", firstBias.end(), List.of(outputs, hidden));
        return List.of(first, firstBias, second, new Parameter("output.bias", second.end(), List.of(outputs)));
    }

    private int firstBias() {
        return hidden * table.features();
    }

    private int second() {
        return firstBias() + hidden;
    }

    private int secondBias() {
        return second() + outputs * hidden;
    }

    @Override
    public int room() {
        return hidden;
    }

    @Override
    public void forward(double[] w, MixedTable of, int row, double[] room, double[] z) {
        AffineScores.affine(w, 0, firstBias(), of, row, room, hidden);
        for (int h = 0; h < hidden; h++) {
            room[h] = Math.max(room[h], 0);
        }
        for (int k = 0; k < outputs; k++) {
            double sum = w[secondBias() + k];
            for (int h = 0; h < hidden; h++) {
                sum += w[second() + k * hidden + h] * room[h];
            }
            z[k] = sum;
        }
    }

    @Override
    public void backward(double[] w, MixedTable of, int row, double[] room, double[] slope, double[] gradient) {
        double[] back = new double[hidden];
        for (int k = 0; k < outputs; k++) {
            for (int h = 0; h < hidden; h++) {
                gradient[second() + k * hidden + h] += slope[k] * room[h];
                back[h] += slope[k] * w[second() + k * hidden + h];
            }
            gradient[secondBias() + k] += slope[k];
        }
        for (int h = 0; h < hidden; h++) {
            back[h] = room[h] > 0 ? back[h] : 0;
        }
        AffineScores.addOuter(back, hidden, of, row, gradient, 0, firstBias());
    }

    @Override
    public void initialize(double[] w, Random random) {
        List<Parameter> all = parameters();
        AffineScores.uniform(w, random, all.subList(0, 2), table.width() + table.groups());
        AffineScores.uniform(w, random, all.subList(2, 4), hidden);
    }

    @Override
    public long work() {
        return (long) hidden * (table.width() + table.groups() + 1 + outputs);
    }
}
