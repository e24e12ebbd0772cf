package descentlab.model;

import descentlab.linalg.FloatKernels;
import java.util.List;
import java.util.Random;

/**
 * A layer of a network: where its parameters stand in the vector of all, and how to run it. Immutable; what a run needs
 * of memory lives in its {@link Pass}.
 */
abstract sealed class Layer permits BatchNorm, Convolution, Dense {

    /** Parameters of a layer before this one. */
    final int offset;

    Layer(int offset) {
        this.offset = offset;
    }

    /** A layer's working memory for some examples; one thread at a time. */
    interface Pass {

        /** Takes what an example's way through depends on beside itself, where these are a whole batch; as a rule nothing. */
        default void gather(float[] x, int examples) {}

        /**
         * Runs the layer.
         *
         * @param w all parameters
         * @param prepared what {@link Layer#prepare} made of them
         * @param x input, {@link Layer#inputStride()} values an example
         * @param y receives the output, {@link Layer#outputStride()} values an example
         */
        void forward(float[] w, float[] prepared, float[] x, float[] y, int examples);

        /**
         * Runs the layer up to its sums, which are linear in its parameters: what {@link #finish} makes of them is its output.
         *
         * @param z receives the sums, {@link Layer#sumStride()} values an example
         */
        void sum(float[] w, float[] prepared, float[] x, float[] z, int examples);

        /**
         * Makes the output of one example's sums, wherever they come from. There is no way back from here.
         *
         * @param z the sums, from 0 on; overwritten
         * @param y receives the output, where that of example number {@code place} stands
         */
        void finish(float[] z, float[] y, int place);

        /**
         * Goes back through the layer, after {@link #forward} with the same arguments.
         *
         * @param dy gradient of the loss with respect to y; overwritten
         * @param dx receives the gradient with respect to x, or null if nobody asks
         * @param gradient of all parameters; that of this layer's is added
         */
        void backward(float[] w, float[] x, float[] y, float[] dy, float[] dx, int examples, float[] gradient);
    }

    /**
     * How a layer's pass changes as the parameters move along a direction v: the operator R{.} of Pearlmutter (Neural
     * Computation 6, 1994), d/dr at r = 0 of what the pass computes from w + r v. Each method is to be asked after that of
     * the {@link Pass} of the same examples.
     */
    interface Tangent {

        /**
         * Follows {@link Pass#forward}.
         *
         * @param v the direction, as long as w
         * @param preparedV what {@link Layer#prepare} made of it
         * @param rx change of the input; null where it does not change
         * @param ry receives the change of the output
         */
        void forward(
                float[] w, float[] prepared, float[] v, float[] preparedV,
                float[] x, float[] rx, float[] y, float[] ry, int examples);

        /**
         * Follows {@link Pass#backward}, in its place: the gradient itself is not asked for.
         *
         * @param dy gradient of the loss with respect to y; overwritten; zero for the product with the Gauss-Newton matrix
         * @param rdy how it changes; overwritten
         * @param dx receives the gradient with respect to x, or null if nobody asks
         * @param rdx receives how that changes, or null
         * @param product of the Hessian and v; that of this layer's parameters is added
         */
        void backward(
                float[] w, float[] v, float[] x, float[] rx, float[] y, float[] ry,
                float[] dy, float[] rdy, float[] dx, float[] rdx, int examples, float[] product);
    }

    /**
     * Starting values: weights uniform within sqrt(6 / (fan in + fan out)) of zero (Glorot and Bengio 2010), biases zero.
     *
     * @param w holds zeros, receives those of this layer
     */
    void initialize(double[] w, Random random) {
        for (Parameter parameter : parameters()) {
            if (!parameter.vector()) {
                double bound = Math.sqrt(6.0 / (parameter.fanIn() + parameter.fanOut()));
                for (int i = parameter.offset(); i < parameter.end(); i++) {
                    w[i] = bound * (2 * random.nextDouble() - 1);
                }
            }
        }
    }

    /** How much memory {@link #prepare} wants. */
    abstract int preparedLength();

    /** Makes of the parameters what every pass would otherwise make again. */
    abstract void prepare(float[] w, float[] into);

    abstract Pass pass(int examples, FloatKernels kernels);

    /** What follows a pass of this layer's, for as many examples. */
    abstract Tangent tangent(Pass pass, int examples, FloatKernels kernels);

    /** Multiply-adds of an example's way forth, about. */
    abstract long work();

    /** Values from one example's input to the next one's. */
    abstract int inputStride();

    /** Values read beyond the last example's input, to no effect. */
    abstract int inputSlack();

    abstract int outputStride();

    /** Values from one example's sums, before the activation, to the next one's. */
    abstract int sumStride();

    /** Weight, then bias, where there is one. */
    abstract List<Parameter> parameters();

    /** First parameter after this layer's. */
    final int end() {
        return parameters().getLast().end();
    }

    /** The least multiple of a vector's length that is not below. */
    static int roundUp(int count) {
        return (count + FloatKernels.LANES - 1) / FloatKernels.LANES * FloatKernels.LANES;
    }
}
