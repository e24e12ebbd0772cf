package descentlab.model;

import descentlab.linalg.FloatKernels;

/** What a layer makes of each of its sums z. */
enum Activation {
    /** y = z. */
    NONE {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {}

        @Override
        void descend(FloatKernels kernels, float[] dz, float[] y, int yAt, int count) {}
    },
    /** y = 1/(1 + exp(-z)), so that y' = y (1 - y). */
    SIGMOID {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {
            kernels.sigmoid(z, from, to);
        }

        @Override
        void descend(FloatKernels kernels, float[] dz, float[] y, int yAt, int count) {
            kernels.sigmoidSlope(count, y, yAt, dz, 0);
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
        void descend(FloatKernels kernels, float[] dz, float[] y, int yAt, int count) {
            for (int i = 0; i < count; i++) {
                dz[i] = y[yAt + i] > 0 ? dz[i] : 0;
            }
        }
    };

    /** Replaces sums by what is made of them, for entries {@code from} to {@code to}, exclusive. */
    abstract void apply(FloatKernels kernels, float[] z, int from, int to);

    /**
     * Turns gradients with respect to y into those with respect to z.
     *
     * @param dz the first {@code count} entries are multiplied by y'
     * @param y values, from {@code yAt} on
     */
    abstract void descend(FloatKernels kernels, float[] dz, float[] y, int yAt, int count);
}
