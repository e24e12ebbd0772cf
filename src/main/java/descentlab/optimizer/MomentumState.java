package descentlab.optimizer;

import java.util.List;

/**
 * The momentum update as torch.optim.SGD has it, of which the textbook's is the case without dampening:
 * d = g + weight_decay x; v = d at the first step, then v = beta v + (1 - dampening) d;
 * x -= lr (d + beta v) with Nesterov's look-ahead, else x -= lr v.
 */
final class MomentumState extends State {

    private final double beta;
    private final double dampening;
    private final boolean nesterov;
    private final double weightDecay;
    private final double[] v;

    MomentumState(
            Optimizer optimizer, int dimension, double beta, double dampening, boolean nesterov, double weightDecay) {
        super(optimizer, dimension);
        this.beta = beta;
        this.dampening = dampening;
        this.nesterov = nesterov;
        this.weightDecay = weightDecay;
        this.v = new double[dimension];
    }

    @Override
    protected void step(double lr, double[] x, double[] g) {
        // As in PyTorch, dampening belongs to the momentum: without one it does nothing.
        double gain = t() == 1 || beta == 0 ? 1 : 1 - dampening;
        for (int i = 0; i < x.length; i++) {
            double d = g[i] + weightDecay * x[i];
            v[i] = beta * v[i] + gain * d;
            x[i] -= lr * (nesterov ? d + beta * v[i] : v[i]);
        }
        uniformRate(lr);
    }

    @Override
    public List<Memory> memories() {
        return List.of(new Memory("v", v));
    }
}
