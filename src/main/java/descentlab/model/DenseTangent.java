package descentlab.model;

import descentlab.linalg.FloatKernels;
import descentlab.linalg.RowStarts;
import java.util.Arrays;

/**
 * How a fully connected layer's pass changes: R{z} = W R{x} + V x + c for a direction (V, c), R{y} = y' R{z}; back,
 * R{dW} = R{dz} x^T + dz R{x}^T, R{db} = R{dz}, R{dx} = W^T R{dz} + V^T dz.
 */
final class DenseTangent implements Layer.Tangent {

    private final Dense layer;
    private final FloatKernels kernels;
    private final int inputs;
    private final int outputs;
    private final int stride;
    private final int width;
    private final int bias;
    private final RowStarts xRows;
    private final RowStarts yRows;
    private final RowStarts transposedRows;
    private final RowStarts units;
    private final RowStarts weightRows;

    DenseTangent(Dense layer, int examples, FloatKernels kernels) {
        this.layer = layer;
        this.kernels = kernels;
        this.inputs = layer.inputs;
        this.outputs = layer.outputs;
        this.stride = layer.stride;
        this.width = layer.outputStride();
        this.bias = layer.offset + outputs * inputs;
        this.xRows = RowStarts.apart(examples, stride);
        this.yRows = RowStarts.apart(examples, width);
        this.transposedRows = RowStarts.apart(inputs, width);
        this.units = RowStarts.apart(outputs, 1);
        this.weightRows = RowStarts.apart(outputs, inputs);
    }

    @Override
    public void forward(
            float[] w, float[] prepared, float[] v, float[] preparedV,
            float[] x, float[] rx, float[] y, float[] ry, int examples) {
        int begun = layer.biased ? outputs : 0;
        for (int example = 0; example < examples; example++) {
            System.arraycopy(v, bias, ry, example * width, begun);
            Arrays.fill(ry, example * width + begun, (example + 1) * width, 0);
        }
        kernels.multiply(examples, width, inputs, x, 0, xRows, 1, preparedV, 0, transposedRows, ry, 0, width);
        if (rx != null) {
            kernels.multiply(examples, width, inputs, rx, 0, xRows, 1, prepared, 0, transposedRows, ry, 0, width);
        }
        layer.activation.descend(kernels, ry, 0, y, 0, examples * width);
    }

    @Override
    public void backward(
            float[] w, float[] v, float[] x, float[] rx, float[] y, float[] ry,
            float[] dy, float[] rdy, float[] dx, float[] rdx, int examples, float[] product) {
        layer.activation.bend(rdy, dy, y, 0, ry, 0, examples * width);
        layer.activation.descend(kernels, dy, 0, y, 0, examples * width);
        for (int example = 0; layer.biased && example < examples; example++) {
            for (int unit = 0; unit < outputs; unit++) {
                product[bias + unit] += rdy[example * width + unit];
            }
        }
        int at = layer.offset;
        kernels.multiply(outputs, inputs, examples, rdy, 0, units, width, x, 0, xRows, product, at, inputs);
        if (rx != null) {
            kernels.multiply(outputs, inputs, examples, dy, 0, units, width, rx, 0, xRows, product, at, inputs);
        }
        if (dx != null) {
            Arrays.fill(dx, 0, examples * stride, 0);
            Arrays.fill(rdx, 0, examples * stride, 0);
            kernels.multiply(examples, inputs, outputs, dy, 0, yRows, 1, w, at, weightRows, dx, 0, stride);
            kernels.multiply(examples, inputs, outputs, rdy, 0, yRows, 1, w, at, weightRows, rdx, 0, stride);
            kernels.multiply(examples, inputs, outputs, dy, 0, yRows, 1, v, at, weightRows, rdx, 0, stride);
        }
    }
}
