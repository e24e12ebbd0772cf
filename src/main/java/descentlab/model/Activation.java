package descentlab.model;

import descentlab.linalg.FloatKernels;

/** What a layer makes of each of its sums z. */
enum Activation {
    /** y = z. */
    NONE {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {}

        @Override
        float slope(float y) {
            return 1;
        }
    },
    /** y = 1/(1 + exp(-z)), so that y' = y (1 - y). */
    SIGMOID {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {
            kernels.sigmoid(z, from, to);
        }

        @Override
        float slope(float y) {
            return y * (1 - y);
        }
    },
    /** y = max(z, 0), y' = 1 where y is above 0, else 0. */
    RELU {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {
            for (int i = from; i < to; i++) {
                z[i] = Math.max(z[i], 0);
            }
        }

        @Override
        float slope(float y) {
            return y > 0 ? 1 : 0;
        }
    };

    /** Replaces sums by what is made of them, for entries {@code from} to {@code to}, exclusive. */
    abstract void apply(FloatKernels kernels, float[] z, int from, int to);

    /** The derivative, told by the value y. */
    abstract float slope(float y);
}
