package descentlab.model;

import descentlab.linalg.FloatKernels;
import descentlab.linalg.RowStarts;
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

    static final int SQUARE = WINDOW * WINDOW;

    /** A multiple of the widths of all the kernels' blocks. */
    private static final int BLOCK = 48;

    /** Entries of the window whose gradients are spread at a time; a divisor of {@link #SQUARE} times 6. */
    private static final int STRIP = 15;

    private final String name;
    final int inputs;
    final int side;
    final int outputs;
    final Activation activation;
    final Pooling pooling;

    /** Pixels of the output, those that mean nothing included, up to the last that does. */
    final int pixels;

    /** The d_k. */
    final RowStarts shifts;

    private final int[] shift;

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
        this.shift = new int[inputs * SQUARE];
        Arrays.setAll(shift, k -> k / SQUARE * side * side + k % SQUARE / WINDOW * side + k % WINDOW);
        this.shifts = RowStarts.of(shift);
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

    @Override
    int sumStride() {
        return outputs * plane();
    }

    /** Side of the output. */
    int pooled() {
        return (side - WINDOW + 1) / 2;
    }

    int plane() {
        return (pixels + BLOCK - 1) / BLOCK * BLOCK;
    }

    @Override
    List<Parameter> parameters() {
        Parameter weight = new Parameter(name + ".weight", offset, List.of(outputs, inputs, WINDOW, WINDOW));
        return List.of(weight, new Parameter(name + ".bias", weight.end(), List.of(outputs)));
    }

    @Override
    int preparedLength() {
        return 0;
    }

    @Override
    void prepare(float[] w, float[] into) {}

    @Override
    long work() {
        return (long) outputs * inputs * SQUARE * pixels;
    }

    @Override
    Pass pass(int examples, FloatKernels kernels) {
        return new Running(examples, kernels);
    }

    @Override
    Tangent tangent(Pass pass, int examples, FloatKernels kernels) {
        return new ConvolutionTangent(this, (Running) pass, examples, kernels);
    }

    final class Running implements Pass {

        private static final float QUARTER = 0.25f;

        private final FloatKernels kernels;
        private final int plane = plane();
        private final int width = roundUp(outputs);
        private final int weights = inputs * SQUARE;
        private final int bias = offset + outputs * weights;

        /** The activations of all examples, for the way back. */
        final float[] active;

        private final float[] dz = new float[outputs * plane];

        /** Summed over the examples. */
        private final float[] dzOfAll = new float[outputs * plane];

        /** As dz, channels together; those that only fill a vector stay zero. */
        private final float[] dzByPixel = new float[pixels * width];

        private final float[] dw = new float[weights * width];
        private final float[] strip = new float[STRIP * plane];
        private final RowStarts weightRows = RowStarts.apart(outputs, weights);
        private final RowStarts stripRows = RowStarts.apart(STRIP, 1);
        private final RowStarts planes = RowStarts.apart(outputs, plane);
        private final RowStarts pixelRows = RowStarts.apart(pixels, width);

        Running(int examples, FloatKernels kernels) {
            this.kernels = kernels;
            this.active = new float[examples * outputs * plane];
        }

        /** One example after the other, while its sums are near the core. */
        @Override
        public void forward(float[] w, float[] prepared, float[] x, float[] y, int examples) {
            for (int example = 0; example < examples; example++) {
                sumOf(example, w, x, active);
                finishFrom(example * outputs * plane, active, y, example);
            }
        }

        @Override
        public void sum(float[] w, float[] prepared, float[] x, float[] z, int examples) {
            for (int example = 0; example < examples; example++) {
                sumOf(example, w, x, z);
            }
        }

        @Override
        public void finish(float[] z, float[] y, int place) {
            finishFrom(0, z, y, place);
        }

        private void sumOf(int example, float[] w, float[] x, float[] z) {
            int from = example * outputs * plane;
            for (int channel = 0; channel < outputs; channel++) {
                Arrays.fill(z, from + channel * plane, from + (channel + 1) * plane, w[bias + channel]);
            }
            kernels.multiply(
                    outputs, plane, weights, w, offset, weightRows, 1,
                    x, example * inputStride(), shifts, z, from, plane);
        }

        private void finishFrom(int from, float[] z, float[] y, int place) {
            activation.apply(kernels, z, from, from + outputs * plane);
            int to = place * outputStride();
            for (int channel = 0; channel < outputs; channel++) {
                pool(z, from + channel * plane, y, to + channel * pooled() * pooled());
            }
        }

        private void pool(float[] values, int from, float[] y, int to) {
            int half = pooled();
            for (int row = 0; row < half; row++) {
                int at = from + 2 * row * side;
                int into = to + row * half;
                for (int column = 0; column < half; column++) {
                    float a = values[at + 2 * column];
                    float b = values[at + 2 * column + 1];
                    float c = values[at + side + 2 * column];
                    float d = values[at + side + 2 * column + 1];
                    y[into + column] = pooling == Pooling.AVERAGE
                            ? QUARTER * ((a + b) + (c + d))
                            : Math.max(Math.max(a, b), Math.max(c, d));
                }
            }
        }

        @Override
        public void backward(float[] w, float[] x, float[] y, float[] dy, float[] dx, int examples, float[] gradient) {
            Arrays.fill(dw, 0);
            Arrays.fill(dzOfAll, 0);
            if (dx != null) {
                Arrays.fill(dx, 0, examples * inputStride(), 0);
            }
            for (int example = 0; example < examples; example++) {
                unpool(example, dy, dz);
                activation.descend(kernels, dz, 0, active, example * outputs * plane, dz.length);
                transpose(dz, dzByPixel);
                kernels.add(dz.length, dz, 0, dzOfAll, 0);
                int from = example * inputStride();
                kernels.multiply(weights, width, pixels, x, from, shifts, 1, dzByPixel, 0, pixelRows, dw, 0, width);
                if (dx != null) {
                    inputGradient(w, dz, dx, from);
                }
            }
            for (int channel = 0; channel < outputs; channel++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    gradient[bias + channel] += dzOfAll[channel * plane + pixel];
                }
                for (int k = 0; k < weights; k++) {
                    gradient[offset + channel * weights + k] += dw[k * width + channel];
                }
            }
        }

        /** dx(p + d_k) += sum_c w_ck dz_c(p), for a few k at a time, so that their sums stay in the nearest cache. */
        void inputGradient(float[] w, float[] dz, float[] dx, int from) {
            for (int first = 0; first < weights; first += STRIP) {
                Arrays.fill(strip, 0);
                kernels.multiply(
                        STRIP, plane, outputs, w, offset + first, stripRows, weights, dz, 0, planes, strip, 0, plane);
                for (int k = 0; k < STRIP; k++) {
                    kernels.add(plane, strip, k * plane, dx, from + shift[first + k]);
                }
            }
        }

        /** Of the pixels that mean something: the others stay zero. */
        void transpose(float[] dz, float[] byPixel) {
            for (int row = 0; row < 2 * pooled(); row++) {
                for (int pixel = row * side; pixel < row * side + 2 * pooled(); pixel++) {
                    for (int channel = 0; channel < outputs; channel++) {
                        byPixel[pixel * width + channel] = dz[channel * plane + pixel];
                    }
                }
            }
        }

        /** Writes the gradient of each pixel before pooling; between the pixels that mean something it stays zero. */
        void unpool(int example, float[] dy, float[] dz) {
            int half = pooled();
            for (int channel = 0; channel < outputs; channel++) {
                for (int row = 0; row < half; row++) {
                    int from = (example * outputs + channel) * half * half + row * half;
                    int at = channel * plane + 2 * row * side;
                    if (pooling == Pooling.AVERAGE) {
                        spread(half, dy, from, dz, at);
                    } else {
                        toLargest(half, dy, from, dz, at, example * outputs * plane);
                    }
                }
            }
        }

        private void spread(int half, float[] dy, int from, float[] dz, int at) {
            for (int column = 0; column < half; column++) {
                float g = QUARTER * dy[from + column];
                dz[at + 2 * column] = g;
                dz[at + 2 * column + 1] = g;
                dz[at + side + 2 * column] = g;
                dz[at + side + 2 * column + 1] = g;
            }
        }

        private void toLargest(int half, float[] dy, int from, float[] dz, int at, int values) {
            for (int column = 0; column < half; column++) {
                float g = dy[from + column];
                int upper = at + 2 * column;
                int lower = upper + side;
                int place = largest(values + upper) - values;
                dz[upper] = 0;
                dz[upper + 1] = 0;
                dz[lower] = 0;
                dz[lower + 1] = 0;
                dz[place] = g;
            }
        }

        /** The place of the largest activation of a square, of equals the first. */
        private int largest(int upper) {
            int lower = upper + side;
            float a = active[upper];
            float b = active[upper + 1];
            float c = active[lower];
            float largest = Math.max(Math.max(a, b), Math.max(c, active[lower + 1]));
            return a == largest ? upper : b == largest ? upper + 1 : c == largest ? lower : lower + 1;
        }

        /** How the output changes as the activations of a channel change by what stands from {@code from} on. */
        void poolChange(float[] change, int from, float[] ry, int to) {
            int half = pooled();
            for (int row = 0; row < half; row++) {
                int at = from + 2 * row * side;
                int into = to + row * half;
                for (int column = 0; column < half; column++, at += 2) {
                    ry[into + column] = pooling == Pooling.AVERAGE
                            ? QUARTER * ((change[at] + change[at + 1]) + (change[at + side] + change[at + side + 1]))
                            : change[largest(at)];
                }
            }
        }
    }
}
