package descentlab.model;

import descentlab.linalg.FloatKernels;
import descentlab.linalg.RowStarts;
import java.util.Arrays;
import java.util.List;

/**
 * A fully connected layer: y = activation(W x + b), W outputs x inputs. With dz = dy activation'(z): dW += dz x^T,
 * db += dz, dx = W^T dz. Before a {@link BatchNorm} it has no b.
 */
final class Dense extends Layer {

    private final String name;
    final int inputs;
    final int stride;
    final int outputs;
    final Activation activation;
    final boolean biased;

    /**
     * A layer.
     *
     * @param stride of its input, at least {@code inputs}
     */
    Dense(String name, int offset, int inputs, int stride, int outputs, Activation activation) {
        this(name, offset, inputs, stride, outputs, activation, true);
    }

    /** The same, with a bias or without. */
    Dense(String name, int offset, int inputs, int stride, int outputs, Activation activation, boolean biased) {
        super(offset);
        this.name = name;
        this.inputs = inputs;
        this.stride = stride;
        this.outputs = outputs;
        this.activation = activation;
        this.biased = biased;
    }

    @Override
    int inputStride() {
        return stride;
    }

    @Override
    int inputSlack() {
        return 0;
    }

    @Override
    int outputStride() {
        return roundUp(outputs);
    }

    @Override
    int sumStride() {
        return outputStride();
    }

    @Override
    List<Parameter> parameters() {
        Parameter weight = new Parameter(name + ".weight", offset, List.of(outputs, inputs));
        return biased
                ? List.of(weight, new Parameter(name + ".bias", weight.end(), List.of(outputs)))
                : List.of(weight);
    }

    @Override
    int preparedLength() {
        return inputs * outputStride();
    }

    /** Transposes W, so that neighboring outputs lie together. */
    @Override
    void prepare(float[] w, float[] into) {
        int width = outputStride();
        for (int unit = 0; unit < outputs; unit++) {
            int row = offset + unit * inputs;
            for (int input = 0; input < inputs; input++) {
                into[input * width + unit] = w[row + input];
            }
        }
    }

    @Override
    long work() {
        return (long) inputs * outputs;
    }

    @Override
    Pass pass(int examples, FloatKernels kernels) {
        return new Running(examples, kernels);
    }

    @Override
    Tangent tangent(Pass pass, int examples, FloatKernels kernels) {
        return new DenseTangent(this, examples, kernels);
    }

    private final class Running implements Pass {

        private final FloatKernels kernels;
        private final int width = outputStride();
        private final int bias = offset + outputs * inputs;
        private final RowStarts xRows;
        private final RowStarts yRows;
        private final RowStarts transposedRows = RowStarts.apart(inputs, width);
        private final RowStarts units = RowStarts.apart(outputs, 1);
        private final RowStarts weightRows = RowStarts.apart(outputs, inputs);

        Running(int examples, FloatKernels kernels) {
            this.kernels = kernels;
            this.xRows = RowStarts.apart(examples, stride);
            this.yRows = RowStarts.apart(examples, width);
        }

        @Override
        public void forward(float[] w, float[] prepared, float[] x, float[] y, int examples) {
            sum(w, prepared, x, y, examples);
            activation.apply(kernels, y, 0, examples * width);
        }

        @Override
        public void sum(float[] w, float[] prepared, float[] x, float[] z, int examples) {
            int begun = biased ? outputs : 0;
            for (int example = 0; example < examples; example++) {
                System.arraycopy(w, bias, z, example * width, begun);
                Arrays.fill(z, example * width + begun, (example + 1) * width, 0);
            }
            kernels.multiply(examples, width, inputs, x, 0, xRows, 1, prepared, 0, transposedRows, z, 0, width);
        }

        @Override
        public void finish(float[] z, float[] y, int place) {
            activation.apply(kernels, z, 0, width);
            System.arraycopy(z, 0, y, place * width, width);
        }

        @Override
        public void backward(float[] w, float[] x, float[] y, float[] dy, float[] dx, int examples, float[] gradient) {
            activation.descend(kernels, dy, 0, y, 0, examples * width);
            for (int example = 0; biased && example < examples; example++) {
                for (int unit = 0; unit < outputs; unit++) {
                    gradient[bias + unit] += dy[example * width + unit];
                }
            }
            kernels.multiply(outputs, inputs, examples, dy, 0, units, width, x, 0, xRows, gradient, offset, inputs);
            if (dx != null) {
                Arrays.fill(dx, 0, examples * stride, 0);
                kernels.multiply(examples, inputs, outputs, dy, 0, yRows, 1, w, offset, weightRows, dx, 0, stride);
            }
        }
    }
}
