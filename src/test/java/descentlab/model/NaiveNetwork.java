package descentlab.model;

import descentlab.dataset.Images;
import java.util.function.DoubleUnaryOperator;

/** The loss of each network in double precision, by its formula and nothing else. */
final class NaiveNetwork {

    private final Network network;
    private final Images images;
    private double[] w;
    private int parameter;

    NaiveNetwork(Network network, Images images) {
        this.network = network;
        this.images = images;
    }

    /** Mean loss over the first pictures. */
    double loss(double[] parameters, int count) {
        w = parameters;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            parameter = 0;
            sum += crossEntropy(scores(picture(i)), images.label(i));
        }
        return sum / count;
    }

    private double[] scores(double[][][] picture) {
        return switch (network.name()) {
            case "softmax" -> dense(flat(picture), z -> z);
            case "mlp" -> dense(dense(flat(picture), NaiveNetwork::relu), z -> z);
            case "lenet" -> lenet(picture, NaiveNetwork::sigmoid, false);
            case "lenet-relu" -> lenet(picture, NaiveNetwork::relu, true);
            default -> throw new IllegalArgumentException(network.name());
        };
    }

    private double[] lenet(double[][][] picture, DoubleUnaryOperator activation, boolean largest) {
        double[][][] first = pool(convolve(pad(picture), activation), largest);
        double[][][] second = pool(convolve(first, activation), largest);
        return dense(dense(dense(flat(second), activation), activation), z -> z);
    }

    private static double relu(double z) {
        return Math.max(z, 0);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double crossEntropy(double[] scores, int label) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score);
        }
        return Math.log(sum) - scores[label];
    }

    private double[][][] picture(int index) {
        float[] pixels = new float[Patterns.SIDE * Patterns.SIDE];
        images.pixels(index, pixels, 0, Patterns.SIDE);
        double[][][] picture = new double[1][Patterns.SIDE][Patterns.SIDE];
        for (int i = 0; i < pixels.length; i++) {
            picture[0][i / Patterns.SIDE][i % Patterns.SIDE] = pixels[i];
        }
        return picture;
    }

    private static double[][][] pad(double[][][] picture) {
        double[][][] padded = new double[1][Patterns.SIDE + 4][Patterns.SIDE + 4];
        for (int y = 0; y < Patterns.SIDE; y++) {
            System.arraycopy(picture[0][y], 0, padded[0][y + 2], 2, Patterns.SIDE);
        }
        return padded;
    }

    private double[][][] convolve(double[][][] x, DoubleUnaryOperator activation) {
        Parameter weight = network.parameters().get(parameter++);
        Parameter bias = network.parameters().get(parameter++);
        int side = x[0].length - 4;
        double[][][] y = new double[bias.count()][side][side];
        for (int c = 0; c < y.length; c++) {
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    double z = w[bias.offset() + c];
                    for (int k = 0; k < x.length * 25; k++) {
                        z += w[weight.offset() + c * x.length * 25 + k]
                                * x[k / 25][row + k % 25 / 5][column + k % 5];
                    }
                    y[c][row][column] = activation.applyAsDouble(z);
                }
            }
        }
        return y;
    }

    private static double[][][] pool(double[][][] x, boolean largest) {
        int half = x[0].length / 2;
        double[][][] y = new double[x.length][half][half];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < half * half; i++) {
                double[] upper = x[c][i / half * 2];
                double[] lower = x[c][i / half * 2 + 1];
                int at = i % half * 2;
                y[c][i / half][i % half] = largest
                        ? Math.max(Math.max(upper[at], upper[at + 1]), Math.max(lower[at], lower[at + 1]))
                        : (upper[at] + upper[at + 1] + lower[at] + lower[at + 1]) / 4;
            }
        }
        return y;
    }

    private static double[] flat(double[][][] x) {
        int side = x[0].length;
        double[] y = new double[x.length * side * side];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i / (side * side)][i / side % side][i % side];
        }
        return y;
    }

    private double[] dense(double[] x, DoubleUnaryOperator activation) {
        Parameter weight = network.parameters().get(parameter++);
        Parameter bias = network.parameters().get(parameter++);
        double[] y = new double[bias.count()];
        for (int unit = 0; unit < y.length; unit++) {
            double z = w[bias.offset() + unit];
            for (int i = 0; i < x.length; i++) {
                z += w[weight.offset() + unit * x.length + i] * x[i];
            }
            y[unit] = activation.applyAsDouble(z);
        }
        return y;
    }
}
