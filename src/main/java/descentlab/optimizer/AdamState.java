package descentlab.optimizer;

import java.util.ArrayList;
import java.util.List;

/**
 * Adam's update and those that differ from it in s alone: v and s as in {@link Moments}, v^ = v / (1 - beta1^t),
 * s^ = s / (1 - beta2^t), x -= lr v^ / (sqrt(s^) + eps).
 */
final class AdamState extends State {

    /** What is made of the squared gradients. */
    enum Second {
        /** Adam: their moving average. */
        AVERAGE,
        /** AMSGrad (Reddi, Kale and Kumar, ICLR 2018): the largest that average has been. */
        LARGEST,
        /** Yogi (Zaheer, Reddi, Sachan, Kale and Kumar, NeurIPS 2018): s += (1 - beta2) sign(d^2 - s) d^2. */
        YOGI
    }

    private final Second kind;
    private final double beta2;
    private final double eps;
    private final Moments moments;
    private final double[] largest;

    AdamState(Optimizer optimizer, int dimension, Moments moments, double beta2, double eps, Second kind) {
        super(optimizer, dimension);
        this.kind = kind;
        this.beta2 = beta2;
        this.eps = eps;
        this.moments = moments;
        this.largest = kind == Second.LARGEST ? new double[dimension] : moments.s;
    }

    @Override
    protected void step(double lr, double[] x, double[] g) {
        moments.next();
        double correction1 = moments.correction1();
        double correction2 = moments.correction2();
        double[] s = moments.s;
        for (int i = 0; i < x.length; i++) {
            double d = moments.decay(lr, x, g, i);
            moments.first(i, d);
            switch (kind) {
                case AVERAGE -> moments.second(i, d);
                case LARGEST -> {
                    moments.second(i, d);
                    largest[i] = Math.max(largest[i], s[i]);
                }
                case YOGI -> s[i] += (1 - beta2) * Math.signum(d * d - s[i]) * d * d;
            }
            rate[i] = over(lr, Math.sqrt(largest[i] / correction2) + eps);
            x[i] -= rate[i] * (moments.v[i] / correction1);
        }
    }

    @Override
    protected void settle(State other) {
        moments.settle(((AdamState) other).moments, t());
    }

    @Override
    public List<double[]> numbers() {
        return moments.numbers();
    }

    @Override
    public List<Memory> memories() {
        List<Memory> memories = new ArrayList<>(List.of(new Memory("v", moments.v), new Memory("s", moments.s)));
        if (kind == Second.LARGEST) {
            memories.add(new Memory("smax", largest));
        }
        return memories;
    }
}
