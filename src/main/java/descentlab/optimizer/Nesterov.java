package descentlab.optimizer;

/**
 * Gradient descent with Nesterov's momentum (Nesterov 1983), in the form of Sutskever, Martens, Dahl and Hinton
 * (ICML 2013) that PyTorch uses: v = beta v + g; x -= lr (g + beta v), from v = 0.
 *
 * <p>Deviation from Nesterov's paper: the gradient is taken at x, not at a point looked ahead to. With x the
 * looked-ahead point the two are the same method. The rate reported for a coordinate is lr.
 */
public record Nesterov(
        @Setting(initial = 0.1) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new MomentumState(this, dimension, beta, 0, true, 0);
    }
}
