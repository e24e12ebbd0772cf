package descentlab.model;

import descentlab.dataset.MixedTable;
import java.util.List;
import java.util.Random;

/**
 * z = W x + b. W has a row for each output, b follows it.
 *
 * @param table for its sizes
 * @param outputs number of scores
 */
record AffineScores(MixedTable table, int outputs) implements Scores {

    @Override
    public List<Parameter> parameters() {
        int features = table.features();
        Parameter weight = new Parameter("weight", 0, List.of(outputs, features));
        return List.of(weight, new Parameter("bias", weight.end(), List.of(outputs)));
    }

    @Override
    public int room() {
        return 0;
    }

    @Override
    public void forward(double[] w, MixedTable of, int row, double[] room, double[] z) {
        affine(w, 0, outputs * of.features(), of, row, z, outputs);
    }

    @Override
    public void backward(double[] w, MixedTable of, int row, double[] room, double[] slope, double[] gradient) {
        addOuter(slope, outputs, of, row, gradient, 0, outputs * of.features());
    }

    /** Writes W x + b, with the parameters at those places. */
    static void affine(double[] w, int weights, int biases, MixedTable of, int row, double[] into, int outputs) {
        int width = of.width();
        int groups = of.groups();
        double[] numbers = of.numbers();
        int[] places = of.places();
        for (int k = 0; k < outputs; k++) {
            int at = weights + k * of.features();
            double sum = w[biases + k];
            for (int j = 0; j < width; j++) {
                sum += w[at + j] * numbers[row * width + j];
            }
            for (int g = row * groups; g < (row + 1) * groups; g++) {
                sum += places[g] < 0 ? 0 : w[at + width + places[g]];
            }
            into[k] = sum;
        }
    }

    /** Adds the outer product of slopes and the example's features, and the slopes themselves. */
    static void addOuter(
            double[] slope, int outputs, MixedTable of, int row, double[] gradient, int weights, int biases) {
        int width = of.width();
        int groups = of.groups();
        double[] numbers = of.numbers();
        int[] places = of.places();
        for (int k = 0; k < outputs; k++) {
            int at = weights + k * of.features();
            for (int j = 0; j < width; j++) {
                gradient[at + j] += slope[k] * numbers[row * width + j];
            }
            for (int g = row * groups; g < (row + 1) * groups; g++) {
                if (places[g] >= 0) {
                    gradient[at + width + places[g]] += slope[k];
                }
            }
            gradient[biases + k] += slope[k];
        }
    }

    @Override
    public void initialize(double[] w, Random random) {
        uniform(w, random, parameters(), table.width() + table.groups());
    }

    /** PyTorch's own start of a linear layer: all uniform within 1/sqrt(inputs). */
    static void uniform(double[] w, Random random, List<Parameter> layer, int inputs) {
        double bound = 1 / Math.sqrt(inputs);
        for (Parameter each : layer) {
            for (int i = each.offset(); i < each.end(); i++) {
                w[i] = (2 * random.nextDouble() - 1) * bound;
            }
        }
    }

    @Override
    public long work() {
        return (long) outputs * (table.width() + table.groups() + 1);
    }
}
