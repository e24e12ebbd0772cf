package descentlab.model;

import descentlab.linalg.FloatKernels;

/**
 * What a layer makes of each of its sums z. All derivatives are told from y: the way back needs y' and, for the
 * {@link HessianProduct products with the Hessian}, y'' / y'.
 */
public enum Activation {
    /** y = z. */
    NONE("none", "none") {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {}

        @Override
        void descend(FloatKernels kernels, float[] dz, int dzAt, float[] y, int yAt, int count) {}

        @Override
        void bend(float[] rdz, float[] dy, float[] y, int yAt, float[] ry, int ryAt, int count) {}
    },
    /** y = 1/(1 + exp(-z)), so that y' = y (1 - y) and y'' = y' (1 - 2 y). */
    SIGMOID("sigmoid", "Sigmoid") {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {
            kernels.sigmoid(z, from, to);
        }

        @Override
        void descend(FloatKernels kernels, float[] dz, int dzAt, float[] y, int yAt, int count) {
            kernels.sigmoidSlope(count, y, yAt, dz, dzAt);
        }

        @Override
        void bend(float[] rdz, float[] dy, float[] y, int yAt, float[] ry, int ryAt, int count) {
            for (int i = 0; i < count; i++) {
                float value = y[yAt + i];
                rdz[i] = rdz[i] * (value * (1 - value)) + dy[i] * (1 - 2 * value) * ry[ryAt + i];
            }
        }
    },
    /** y = tanh z = 2/(1 + exp(-2z)) - 1, so that y' = 1 - y^2 and y'' = -2 y y'; off by 1e-7 at most. */
    TANH("tanh", "Tanh") {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {
            for (int i = from; i < to; i++) {
                z[i] *= 2;
            }
            kernels.sigmoid(z, from, to);
            for (int i = from; i < to; i++) {
                z[i] = 2 * z[i] - 1;
            }
        }

        @Override
        void descend(FloatKernels kernels, float[] dz, int dzAt, float[] y, int yAt, int count) {
            for (int i = 0; i < count; i++) {
                float value = y[yAt + i];
                dz[dzAt + i] *= 1 - value * value;
            }
        }

        @Override
        void bend(float[] rdz, float[] dy, float[] y, int yAt, float[] ry, int ryAt, int count) {
            for (int i = 0; i < count; i++) {
                float value = y[yAt + i];
                rdz[i] = rdz[i] * (1 - value * value) - 2 * value * dy[i] * ry[ryAt + i];
            }
        }
    },
    /** y = max(z, 0), y' = 1 where y is above 0, else 0, and no curvature. */
    RELU("relu", "ReLU") {
        @Override
        void apply(FloatKernels kernels, float[] z, int from, int to) {
            for (int i = from; i < to; i++) {
                z[i] = Math.max(z[i], 0);
            }
        }

        @Override
        void descend(FloatKernels kernels, float[] dz, int dzAt, float[] y, int yAt, int count) {
            for (int i = 0; i < count; i++) {
                dz[dzAt + i] = y[yAt + i] > 0 ? dz[dzAt + i] : 0;
            }
        }

        @Override
        void bend(float[] rdz, float[] dy, float[] y, int yAt, float[] ry, int ryAt, int count) {
            for (int i = 0; i < count; i++) {
                rdz[i] = y[yAt + i] > 0 ? rdz[i] : 0;
            }
        }
    };

    private final String parameter;
    private final String title;

    Activation(String parameter, String title) {
        this.parameter = parameter;
        this.title = title;
    }

    /** Name in links. */
    public String parameter() {
        return parameter;
    }

    /** Name in sentences. */
    public String title() {
        return title;
    }

    /** Replaces sums by what is made of them, for entries {@code from} to {@code to}, exclusive. */
    abstract void apply(FloatKernels kernels, float[] z, int from, int to);

    /**
     * Turns gradients with respect to y into those with respect to z, and as well the change of z into that of y.
     *
     * @param dz {@code count} entries from {@code dzAt} on are multiplied by y'
     * @param y values, from {@code yAt} on
     */
    abstract void descend(FloatKernels kernels, float[] dz, int dzAt, float[] y, int yAt, int count);

    /**
     * How the gradient with respect to z changes: R{dy y'} = R{dy} y' + dy y'' R{z}, with R{z} = R{y} / y'. To be asked
     * before {@link #descend} overwrites dy.
     *
     * @param rdz holds R{dy} in its first {@code count} entries, receives R{dz}
     * @param dy gradient with respect to y
     * @param y values, from {@code yAt} on
     * @param ry how they change, from {@code ryAt} on
     */
    abstract void bend(float[] rdz, float[] dy, float[] y, int yAt, float[] ry, int ryAt, int count);
}
