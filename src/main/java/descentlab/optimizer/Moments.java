package descentlab.optimizer;

import java.util.List;

/**
 * Moving averages of the gradient, v = beta1 v + (1 - beta1) d, and of its square, s = beta2 s + (1 - beta2) d^2,
 * from 0, with what corrects their bias towards 0: 1 - beta1^t and 1 - beta2^t (Kingma and Ba, arXiv 1412.6980).
 *
 * <p>d is the gradient, or g + weight_decay x; with decoupled decay (Loshchilov and Hutter, arXiv 1711.05101) it is
 * the gradient, and x is multiplied by 1 - lr weight_decay beforehand. The powers of beta are running products; their
 * rounding error after t steps, t 2^-53, has vanished with beta^t itself before it could matter.
 */
final class Moments {

    final double[] v;
    final double[] s;
    private final double beta1;
    private final double beta2;
    private final double weightDecay;
    private final boolean decoupled;

    /** beta1^t and beta2^t. */
    private final double[] powers = {1, 1};

    Moments(int dimension, double beta1, double beta2, double weightDecay, boolean decoupled) {
        this.v = new double[dimension];
        this.s = new double[dimension];
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.weightDecay = weightDecay;
        this.decoupled = decoupled;
    }

    /** Begins step t. */
    void next() {
        powers[0] *= beta1;
        powers[1] *= beta2;
    }

    /** 1 - beta1^t. */
    double correction1() {
        return 1 - powers[0];
    }

    /** 1 - beta2^t. */
    double correction2() {
        return 1 - powers[1];
    }

    /** beta2^t. */
    double power2() {
        return powers[1];
    }

    /** After t steps with the averages of others: powers of other betas are none of these. */
    void settle(Moments others, long t) {
        if (beta1 != others.beta1) {
            powers[0] = StrictMath.pow(beta1, t);
        }
        if (beta2 != others.beta2) {
            powers[1] = StrictMath.pow(beta2, t);
        }
    }

    /** What it keeps beside the averages. */
    List<double[]> numbers() {
        return List.of(powers);
    }

    /** The gradient to use in coordinate i; decoupled decay shrinks x there. */
    double decay(double lr, double[] x, double[] g, int i) {
        if (decoupled) {
            x[i] *= 1 - lr * weightDecay;
            return g[i];
        }
        return g[i] + weightDecay * x[i];
    }

    /** Takes d into the average of the gradient. */
    void first(int i, double d) {
        v[i] = beta1 * v[i] + (1 - beta1) * d;
    }

    /** Takes d into the average of the square. */
    void second(int i, double d) {
        s[i] = beta2 * s[i] + (1 - beta2) * d * d;
    }
}
