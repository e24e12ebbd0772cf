package descentlab.optimizer;

import java.util.List;

/** The update of {@link Adadelta}, on the gradient g + weight_decay x. */
final class AdadeltaState extends State {

    private final double rho;
    private final double eps;
    private final double weightDecay;
    private final double[] s;
    private final double[] d;

    AdadeltaState(Optimizer optimizer, int dimension, double rho, double eps, double weightDecay) {
        super(optimizer, dimension);
        this.rho = rho;
        this.eps = eps;
        this.weightDecay = weightDecay;
        this.s = new double[dimension];
        this.d = new double[dimension];
    }

    @Override
    protected void step(double lr, double[] x, double[] g) {
        for (int i = 0; i < x.length; i++) {
            double gradient = g[i] + weightDecay * x[i];
            s[i] = rho * s[i] + (1 - rho) * gradient * gradient;
            double ratio = over(Math.sqrt(d[i] + eps), Math.sqrt(s[i] + eps));
            double u = ratio * gradient;
            d[i] = rho * d[i] + (1 - rho) * u * u;
            rate[i] = lr * ratio;
            x[i] -= lr * u;
        }
    }

    @Override
    public List<Memory> memories() {
        return List.of(new Memory("s", s), new Memory("d", d));
    }
}
