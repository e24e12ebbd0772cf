package descentlab.model;

import descentlab.linalg.FloatKernels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Batch normalization (Ioffe and Szegedy, arXiv 1502.03167) and the activation after it: y = activation(u), u = gamma n + beta,
 * n = (z - m) i, i = 1 / sqrt(v + eps), where m and v are the mean and the population variance of a unit's sums z over all N
 * examples of the batch. They are differentiated through: with du = dy activation'(u), dbeta = sum du, dgamma = sum du n, and
 * dz = gamma i (du - dbeta / N - n dgamma / N). gamma begins at 1 and beta at 0. The layer before it has no bias: it would be
 * taken away with the mean.
 *
 * <p>An example's way through it depends on all others of its batch, by {@link NormStatistics}. Whoever runs it takes these in
 * between, of some units after the other: {@link #gather} on the way forth, {@link #gatherSlopes} on the way back. The passes here
 * do what is left for each example.
 */
final class BatchNorm extends Layer {

    private final String name;
    final int units;
    final int width;
    final Activation activation;

    /** @param units of the layer before it, whose sums it takes */
    BatchNorm(String name, int offset, int units, Activation activation) {
        super(offset);
        this.name = name;
        this.units = units;
        this.width = roundUp(units);
        this.activation = activation;
    }

    @Override
    int inputStride() {
        return width;
    }

    @Override
    int inputSlack() {
        return 0;
    }

    @Override
    int outputStride() {
        return width;
    }

    @Override
    int sumStride() {
        return width;
    }

    /** gamma, then beta. */
    @Override
    List<Parameter> parameters() {
        Parameter gamma = new Parameter(name + ".weight", offset, List.of(units));
        return List.of(gamma, new Parameter(name + ".bias", gamma.end(), List.of(units)));
    }

    @Override
    void initialize(double[] w, Random random) {
        Arrays.fill(w, offset, offset + units, 1);
    }

    @Override
    int preparedLength() {
        return 0;
    }

    @Override
    void prepare(float[] w, float[] into) {}

    /** Mean, variance, scale and shift. */
    @Override
    long work() {
        return 4L * units;
    }

    @Override
    Running pass(int examples, FloatKernels kernels) {
        return new Running(kernels);
    }

    @Override
    BatchNormTangent tangent(Pass pass, int examples, FloatKernels kernels) {
        return new BatchNormTangent(this, (Running) pass, kernels);
    }

    /**
     * Takes the means and variances of some units, by two passes.
     *
     * @param of receives them; its count is that of all examples
     * @param z sums, in parts
     * @param counts examples in each part
     * @param from the first unit
     * @param to the one after the last
     */
    void gather(NormStatistics of, float[][] z, int[] counts, int from, int to) {
        double[] mean = of.mean;
        Arrays.fill(mean, from, to, 0);
        for (int part = 0; part < counts.length; part++) {
            for (int at = 0; at < counts[part] * width; at += width) {
                for (int j = from; j < to; j++) {
                    mean[j] += z[part][at + j];
                }
            }
        }
        double[] inverse = of.inverse;
        Arrays.fill(inverse, from, to, 0);
        for (int j = from; j < to; j++) {
            mean[j] /= of.count;
        }
        for (int part = 0; part < counts.length; part++) {
            for (int at = 0; at < counts[part] * width; at += width) {
                for (int j = from; j < to; j++) {
                    double d = z[part][at + j] - mean[j];
                    inverse[j] += d * d;
                }
            }
        }
        for (int j = from; j < to; j++) {
            inverse[j] = 1 / Math.sqrt(inverse[j] / of.count + Norm.EPS);
        }
    }

    /**
     * Takes the gradients of some units' gamma and beta, once {@link Running#descend} has been through all examples.
     *
     * @param du gradients with respect to u, in parts
     * @param gradient of all parameters; those are added
     */
    void gatherSlopes(NormStatistics of, float[][] z, float[][] du, int[] counts, int from, int to, float[] gradient) {
        Arrays.fill(of.shift, from, to, 0);
        Arrays.fill(of.scale, from, to, 0);
        for (int part = 0; part < counts.length; part++) {
            for (int at = 0; at < counts[part] * width; at += width) {
                for (int j = from; j < to; j++) {
                    of.shift[j] += du[part][at + j];
                    of.scale[j] += du[part][at + j] * ((z[part][at + j] - of.mean[j]) * of.inverse[j]);
                }
            }
        }
        for (int j = from; j < to; j++) {
            gradient[offset + j] += (float) of.scale[j];
            gradient[offset + units + j] += (float) of.shift[j];
        }
    }

    /** What is done for each example, once the batch's statistics are known. */
    final class Running implements Pass {

        private final FloatKernels kernels;
        private final float[][] all = new float[1][];
        private final int[] count = new int[1];
        private NormStatistics statistics = new NormStatistics(units);

        private Running(FloatKernels kernels) {
            this.kernels = kernels;
        }

        /** Takes those of a batch of which its examples are a part. */
        void share(NormStatistics ofBatch) {
            statistics = ofBatch;
        }

        NormStatistics statistics() {
            return statistics;
        }

        @Override
        public void gather(float[] x, int examples) {
            all[0] = x;
            count[0] = examples;
            statistics.count = examples;
            BatchNorm.this.gather(statistics, all, count, 0, units);
        }

        @Override
        public void forward(float[] w, float[] prepared, float[] x, float[] y, int examples) {
            sum(w, prepared, x, y, examples);
            activation.apply(kernels, y, 0, examples * width);
        }

        /** u, which is linear in gamma and beta. */
        @Override
        public void sum(float[] w, float[] prepared, float[] x, float[] z, int examples) {
            for (int at = 0; at < examples * width; at += width) {
                for (int j = 0; j < units; j++) {
                    double n = (x[at + j] - statistics.mean[j]) * statistics.inverse[j];
                    z[at + j] = (float) (w[offset + j] * n + w[offset + units + j]);
                }
                Arrays.fill(z, at + units, at + width, 0);
            }
        }

        @Override
        public void finish(float[] z, float[] y, int place) {
            activation.apply(kernels, z, 0, width);
            System.arraycopy(z, 0, y, place * width, width);
        }

        /** Turns gradients with respect to y into those with respect to u. */
        void descend(float[] dy, float[] y, int examples) {
            activation.descend(kernels, dy, 0, y, 0, examples * width);
        }

        /** @param dy gradient with respect to u, of which the sums over the batch are known */
        @Override
        public void backward(float[] w, float[] x, float[] y, float[] dy, float[] dx, int examples, float[] gradient) {
            NormStatistics of = statistics;
            for (int at = 0; at < examples * width; at += width) {
                for (int j = 0; j < units; j++) {
                    double n = (x[at + j] - of.mean[j]) * of.inverse[j];
                    double rest = dy[at + j] - (of.shift[j] + n * of.scale[j]) / of.count;
                    dx[at + j] = (float) (w[offset + j] * of.inverse[j] * rest);
                }
                Arrays.fill(dx, at + units, at + width, 0);
            }
        }
    }
}
