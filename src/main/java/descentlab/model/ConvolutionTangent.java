package descentlab.model;

import descentlab.linalg.FloatKernels;
import descentlab.linalg.RowStarts;
import java.util.Arrays;

/**
 * How a convolution's pass changes: with R{z_c(p)} = c_c + sum_k (v_ck x(p + d_k) + w_ck R{x(p + d_k)}) for a direction
 * (v, c), R{dw_ck} = sum_p (x(p + d_k) R{dz_c(p)} + R{x(p + d_k)} dz_c(p)) and R{dx(p + d_k)} = sum_c (w_ck R{dz_c(p)} +
 * v_ck dz_c(p)). Pooling is linear where means are taken; where the largest is, the same pixel stays the largest.
 */
final class ConvolutionTangent implements Layer.Tangent {

    private final Convolution layer;
    private final Convolution.Running run;
    private final FloatKernels kernels;
    private final int outputs;
    private final int weights;
    private final int bias;
    private final int plane;
    private final int width;
    private final int square;

    /** How the activations of all examples change, for the way back. */
    private final float[] change;

    private final float[] dz;
    private final float[] rdz;
    private final float[] rdzOfAll;
    private final float[] byPixel;
    private final float[] dw;
    private final RowStarts weightRows;
    private final RowStarts pixelRows;

    ConvolutionTangent(Convolution layer, Convolution.Running run, int examples, FloatKernels kernels) {
        this.layer = layer;
        this.run = run;
        this.kernels = kernels;
        this.outputs = layer.outputs;
        this.weights = layer.inputs * Convolution.SQUARE;
        this.bias = layer.offset + outputs * weights;
        this.plane = layer.plane();
        this.width = Layer.roundUp(outputs);
        this.square = layer.pooled() * layer.pooled();
        this.change = new float[examples * outputs * plane];
        this.dz = new float[outputs * plane];
        this.rdz = new float[outputs * plane];
        this.rdzOfAll = new float[outputs * plane];
        this.byPixel = new float[layer.pixels * width];
        this.dw = new float[weights * width];
        this.weightRows = RowStarts.apart(outputs, weights);
        this.pixelRows = RowStarts.apart(layer.pixels, width);
    }

    @Override
    public void forward(
            float[] w, float[] prepared, float[] v, float[] preparedV,
            float[] x, float[] rx, float[] y, float[] ry, int examples) {
        for (int example = 0; example < examples; example++) {
            int from = example * outputs * plane;
            int input = example * layer.inputStride();
            for (int channel = 0; channel < outputs; channel++) {
                Arrays.fill(change, from + channel * plane, from + (channel + 1) * plane, v[bias + channel]);
            }
            convolve(v, x, input, from);
            if (rx != null) {
                convolve(w, rx, input, from);
            }
            layer.activation.descend(kernels, change, from, run.active, from, outputs * plane);
            int to = example * layer.outputStride();
            for (int channel = 0; channel < outputs; channel++) {
                run.poolChange(change, from + channel * plane, ry, to + channel * square);
            }
        }
    }

    private void convolve(float[] w, float[] x, int input, int from) {
        kernels.multiply(
                outputs, plane, weights, w, layer.offset, weightRows, 1, x, input, layer.shifts, change, from, plane);
    }

    @Override
    public void backward(
            float[] w, float[] v, float[] x, float[] rx, float[] y, float[] ry,
            float[] dy, float[] rdy, float[] dx, float[] rdx, int examples, float[] product) {
        Arrays.fill(dw, 0);
        Arrays.fill(rdzOfAll, 0);
        if (dx != null) {
            Arrays.fill(dx, 0, examples * layer.inputStride(), 0);
            Arrays.fill(rdx, 0, examples * layer.inputStride(), 0);
        }
        for (int example = 0; example < examples; example++) {
            int values = example * outputs * plane;
            run.unpool(example, dy, dz);
            run.unpool(example, rdy, rdz);
            layer.activation.bend(rdz, dz, run.active, values, change, values, dz.length);
            layer.activation.descend(kernels, dz, 0, run.active, values, dz.length);
            kernels.add(rdz.length, rdz, 0, rdzOfAll, 0);
            int from = example * layer.inputStride();
            weightChange(rdz, x, from);
            if (rx != null) {
                weightChange(dz, rx, from);
            }
            if (dx != null) {
                run.inputGradient(w, dz, dx, from);
                run.inputGradient(w, rdz, rdx, from);
                run.inputGradient(v, dz, rdx, from);
            }
        }
        for (int channel = 0; channel < outputs; channel++) {
            for (int pixel = 0; pixel < layer.pixels; pixel++) {
                product[bias + channel] += rdzOfAll[channel * plane + pixel];
            }
            for (int k = 0; k < weights; k++) {
                product[layer.offset + channel * weights + k] += dw[k * width + channel];
            }
        }
    }

    private void weightChange(float[] dz, float[] x, int from) {
        run.transpose(dz, byPixel);
        kernels.multiply(
                weights, width, layer.pixels, x, from, layer.shifts, 1, byPixel, 0, pixelRows, dw, 0, width);
    }
}
