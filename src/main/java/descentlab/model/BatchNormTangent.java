package descentlab.model;

import descentlab.linalg.FloatKernels;
import java.util.Arrays;

/**
 * How a {@link BatchNorm}'s pass changes: R{m} = mean R{z}, R{i} = -i^3 mean((z - m) R{z}), R{n} = i (R{z} - R{m}) + R{i} (z - m),
 * R{u} = gamma R{n} + c n + d for a direction (c, d), R{y} = y' R{u}; back, R{dbeta} = sum R{du},
 * R{dgamma} = sum (R{du} n + du R{n}), and with a = gamma i and r = du - dbeta / N - n dgamma / N,
 * R{dz} = R{a} r + a (R{du} - R{dbeta} / N - R{n} dgamma / N - n R{dgamma} / N), R{a} = c i + gamma R{i}.
 */
final class BatchNormTangent implements Layer.Tangent {

    private final BatchNorm layer;
    private final BatchNorm.Running run;
    private final FloatKernels kernels;
    private final int units;
    private final int width;

    BatchNormTangent(BatchNorm layer, BatchNorm.Running run, FloatKernels kernels) {
        this.layer = layer;
        this.run = run;
        this.kernels = kernels;
        this.units = layer.units;
        this.width = layer.width;
    }

    /** Takes how the statistics of some units change, once these are known; in parts, as {@link BatchNorm#gather} does. */
    static void gather(BatchNorm layer, NormStatistics of, float[][] z, float[][] rz, int[] counts, int from, int to) {
        Arrays.fill(of.meanChange, from, to, 0);
        Arrays.fill(of.inverseChange, from, to, 0);
        for (int part = 0; part < counts.length; part++) {
            for (int at = 0; at < counts[part] * layer.width; at += layer.width) {
                for (int j = from; j < to; j++) {
                    of.meanChange[j] += rz[part][at + j];
                    of.inverseChange[j] += (z[part][at + j] - of.mean[j]) * rz[part][at + j];
                }
            }
        }
        for (int j = from; j < to; j++) {
            double i = of.inverse[j];
            of.meanChange[j] /= of.count;
            of.inverseChange[j] *= -i * i * i / of.count;
        }
    }

    /**
     * Takes how the gradients of some units' gamma and beta change, and these, once {@link #bend} has been through all examples.
     *
     * @param product of the Hessian and the direction; that of those parameters is added
     */
    static void gatherSlopes(
            BatchNorm layer, NormStatistics of, float[][] z, float[][] rz, float[][] du, float[][] rdu, int[] counts,
            int from, int to, float[] product) {
        for (double[] sums : new double[][] {of.shift, of.scale, of.shiftChange, of.scaleChange}) {
            Arrays.fill(sums, from, to, 0);
        }
        for (int part = 0; part < counts.length; part++) {
            for (int at = 0; at < counts[part] * layer.width; at += layer.width) {
                for (int j = from; j < to; j++) {
                    double d = z[part][at + j] - of.mean[j];
                    double n = d * of.inverse[j];
                    double rn = (rz[part][at + j] - of.meanChange[j]) * of.inverse[j] + d * of.inverseChange[j];
                    of.shift[j] += du[part][at + j];
                    of.scale[j] += du[part][at + j] * n;
                    of.shiftChange[j] += rdu[part][at + j];
                    of.scaleChange[j] += rdu[part][at + j] * n + du[part][at + j] * rn;
                }
            }
        }
        for (int j = from; j < to; j++) {
            product[layer.offset + j] += (float) of.scaleChange[j];
            product[layer.offset + layer.units + j] += (float) of.shiftChange[j];
        }
    }

    @Override
    public void forward(
            float[] w, float[] prepared, float[] v, float[] preparedV,
            float[] x, float[] rx, float[] y, float[] ry, int examples) {
        NormStatistics of = run.statistics();
        int gamma = layer.offset;
        int beta = gamma + units;
        for (int at = 0; at < examples * width; at += width) {
            for (int j = 0; j < units; j++) {
                double d = x[at + j] - of.mean[j];
                double rn = (rx[at + j] - of.meanChange[j]) * of.inverse[j] + d * of.inverseChange[j];
                ry[at + j] = (float) (w[gamma + j] * rn + v[gamma + j] * (d * of.inverse[j]) + v[beta + j]);
            }
            Arrays.fill(ry, at + units, at + width, 0);
        }
        layer.activation.descend(kernels, ry, 0, y, 0, examples * width);
    }

    /** Turns gradients with respect to y, and how they change, into those with respect to u. */
    void bend(float[] dy, float[] rdy, float[] y, float[] ry, int examples) {
        layer.activation.bend(rdy, dy, y, 0, ry, 0, examples * width);
        layer.activation.descend(kernels, dy, 0, y, 0, examples * width);
    }

    /**
     * @param dy gradient with respect to u, of which the sums over the batch are known
     * @param rdy how it changes, of which they are, too
     */
    @Override
    public void backward(
            float[] w, float[] v, float[] x, float[] rx, float[] y, float[] ry,
            float[] dy, float[] rdy, float[] dx, float[] rdx, int examples, float[] product) {
        NormStatistics of = run.statistics();
        int gamma = layer.offset;
        for (int at = 0; at < examples * width; at += width) {
            for (int j = 0; j < units; j++) {
                double i = of.inverse[j];
                double d = x[at + j] - of.mean[j];
                double n = d * i;
                double rn = (rx[at + j] - of.meanChange[j]) * i + d * of.inverseChange[j];
                double rest = dy[at + j] - (of.shift[j] + n * of.scale[j]) / of.count;
                double restChange = rdy[at + j]
                        - (of.shiftChange[j] + rn * of.scale[j] + n * of.scaleChange[j]) / of.count;
                dx[at + j] = (float) (w[gamma + j] * i * rest);
                rdx[at + j] = (float) ((v[gamma + j] * i + w[gamma + j] * of.inverseChange[j]) * rest
                        + w[gamma + j] * i * restChange);
            }
            Arrays.fill(dx, at + units, at + width, 0);
            Arrays.fill(rdx, at + units, at + width, 0);
        }
    }
}
