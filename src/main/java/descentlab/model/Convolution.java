package descentlab.model;

import descentlab.linalg.FloatKernels;
import java.util.Arrays;
import java.util.List;

/**
 * A convolution by a 5 x 5 window, an activation, and a pooling of 2 x 2 squares: from inputs x s x s pixels to
 * outputs x (s - 4)/2 x (s - 4)/2.
 *
 * <p>The patches are never copied. In an image laid out row after row, the pixel a window's entry k meets lies a fixed
 * d_k behind the output pixel p; so z_c(p) = b_c + sum_k w_ck x(p + d_k) is a product of matrices whose second one's
 * rows overlap. p runs over rows s long, of which the last 4 pixels mean nothing: they are computed, and left out.
 * With dz: dw_ck += sum_p x(p + d_k) dz_c(p), again a product with overlapping rows, and dx(p + d_k) += sum_c w_ck
 * dz_c(p).
 */
final class Convolution extends Layer {

    static final int WINDOW = 5;

    private static final int SQUARE = WINDOW * WINDOW;

    /** A multiple of the widths of all the kernels' blocks. */
    private static final int BLOCK = 48;

    private final String name;
    private final int inputs;
    private final int side;
    private final int outputs;
    private final Activation activation;
    private final Pooling pooling;

    /** Pixels of the output, those that mean nothing included, up to the last that does. */
    private final int pixels;

    private final int[] shifts;

    /**
     * A layer.
     *
     * @param side pixels of the input from left to right and from top to bottom, any padding included; even
     */
    Convolution(
            String name, int offset, int inputs, int side, int outputs, Activation activation, Pooling pooling) {
        super(offset);
        this.name = name;
        this.inputs = inputs;
        this.side = side;
        this.outputs = outputs;
        this.activation = activation;
        this.pooling = pooling;
        this.pixels = (side - WINDOW) * side + side - WINDOW + 1;
        this.shifts = new int[inputs * SQUARE];
        Arrays.setAll(shifts, k -> k / SQUARE * side * side + k % SQUARE / WINDOW * side + k % WINDOW);
    }

    @Override
    int inputStride() {
        return inputs * side * side;
    }

    @Override
    int inputSlack() {
        return plane() - pixels;
    }

    @Override
    int outputStride() {
        return outputs * pooled() * pooled();
    }

    /** Side of the output. */
    int pooled() {
        return (side - WINDOW + 1) / 2;
    }

    private int plane() {
        return (pixels + BLOCK - 1) / BLOCK * BLOCK;
    }

    @Override
    List<Parameter> parameters() {
        Parameter weight = new Parameter(name + ".weight", offset, List.of(outputs, inputs, WINDOW, WINDOW));
        return List.of(weight, new Parameter(name + ".bias", weight.end(), List.of(outputs)));
    }

    @Override
    Pass pass(int examples, FloatKernels kernels) {
        return new Running(examples, kernels);
    }

    private final class Running implements Pass {

        private static final float QUARTER = 0.25f;

        private final FloatKernels kernels;
        private final int plane = plane();
        private final int width = roundUp(outputs);
        private final int weights = inputs * SQUARE;
        private final int bias = offset + outputs * weights;

        /** The activations of all examples, for the way back. */
        private final float[] active;

        private final float[] dz = new float[outputs * plane];

        /** The same, channels together; those that only fill a vector stay zero. */
        private final float[] dzByPixel = new float[pixels * width];

        private final float[] dw = new float[weights * width];
        private final float[] patches = new float[weights * plane];
        private final int[] weightRows = FloatKernels.rows(outputs, weights);
        private final int[] weightColumns = FloatKernels.rows(weights, 1);
        private final int[] planes = FloatKernels.rows(outputs, plane);
        private final int[] pixelRows = FloatKernels.rows(pixels, width);

        Running(int examples, FloatKernels kernels) {
            this.kernels = kernels;
            this.active = new float[examples * outputs * plane];
        }

        @Override
        public void forward(float[] w, float[] x, float[] y, int examples) {
            for (int example = 0; example < examples; example++) {
                int from = example * outputs * plane;
                for (int channel = 0; channel < outputs; channel++) {
                    Arrays.fill(active, from + channel * plane, from + (channel + 1) * plane, w[bias + channel]);
                }
                kernels.multiply(
                        outputs, plane, weights, w, offset, weightRows, 1,
                        x, example * inputStride(), shifts, active, from, plane);
                activation.apply(kernels, active, from, from + outputs * plane);
                int to = example * outputStride();
                for (int channel = 0; channel < outputs; channel++) {
                    pool(from + channel * plane, y, to + channel * pooled() * pooled());
                }
            }
        }

        private void pool(int from, float[] y, int to) {
            int half = pooled();
            for (int row = 0; row < half; row++) {
                int at = from + 2 * row * side;
                int into = to + row * half;
                for (int column = 0; column < half; column++) {
                    float a = active[at + 2 * column];
                    float b = active[at + 2 * column + 1];
                    float c = active[at + side + 2 * column];
                    float d = active[at + side + 2 * column + 1];
                    y[into + column] = pooling == Pooling.AVERAGE
                            ? QUARTER * ((a + b) + (c + d))
                            : Math.max(Math.max(a, b), Math.max(c, d));
                }
            }
        }

        @Override
        public void backward(float[] w, float[] x, float[] y, float[] dy, float[] dx, int examples, float[] gradient) {
            Arrays.fill(dw, 0);
            if (dx != null) {
                Arrays.fill(dx, 0, examples * inputStride(), 0);
            }
            for (int example = 0; example < examples; example++) {
                for (int channel = 0; channel < outputs; channel++) {
                    gradient[bias + channel] += unpool(example, channel, dy);
                }
                kernels.multiply(
                        weights, width, pixels, x, example * inputStride(), shifts, 1,
                        dzByPixel, 0, pixelRows, dw, 0, width);
                if (dx != null) {
                    Arrays.fill(patches, 0);
                    kernels.multiply(
                            weights, plane, outputs, w, offset, weightColumns, weights,
                            dz, 0, planes, patches, 0, plane);
                    for (int k = 0; k < weights; k++) {
                        add(pixels, patches, k * plane, dx, example * inputStride() + shifts[k]);
                    }
                }
            }
            for (int channel = 0; channel < outputs; channel++) {
                for (int k = 0; k < weights; k++) {
                    gradient[offset + channel * weights + k] += dw[k * width + channel];
                }
            }
        }

        private static void add(int count, float[] from, int fromAt, float[] to, int toAt) {
            for (int i = 0; i < count; i++) {
                to[toAt + i] += from[fromAt + i];
            }
        }

        /** Writes a channel's dz and gives its sum. */
        private float unpool(int example, int channel, float[] dy) {
            int half = pooled();
            int from = example * outputStride() + channel * half * half;
            int values = (example * outputs + channel) * plane;
            float sum = 0;
            for (int row = 0; row < half; row++) {
                for (int column = 0; column < half; column++) {
                    float g = dy[from + row * half + column];
                    int at = 2 * row * side + 2 * column;
                    sum += pooling == Pooling.AVERAGE
                            ? spread(channel, values, at, QUARTER * g)
                            : toLargest(channel, values, at, g);
                }
            }
            return sum;
        }

        private float spread(int channel, int values, int at, float g) {
            return (put(channel, values, at, g) + put(channel, values, at + 1, g))
                    + (put(channel, values, at + side, g) + put(channel, values, at + side + 1, g));
        }

        private float toLargest(int channel, int values, int at, float g) {
            float a = active[values + at];
            float b = active[values + at + 1];
            float c = active[values + at + side];
            float d = active[values + at + side + 1];
            float largest = Math.max(Math.max(a, b), Math.max(c, d));
            boolean first = a == largest;
            boolean second = !first && b == largest;
            boolean third = !first && !second && c == largest;
            boolean fourth = !first && !second && !third;
            return put(channel, values, at, first ? g : 0)
                    + put(channel, values, at + 1, second ? g : 0)
                    + put(channel, values, at + side, third ? g : 0)
                    + put(channel, values, at + side + 1, fourth ? g : 0);
        }

        private float put(int channel, int values, int pixel, float g) {
            float z = g * activation.slope(active[values + pixel]);
            dz[channel * plane + pixel] = z;
            dzByPixel[pixel * width + channel] = z;
            return z;
        }
    }
}
