package descentlab.optimizer;

/**
 * Gradient descent with heavy-ball momentum (Polyak 1964): v = beta v + g; x -= lr v, from v = 0.
 *
 * <p>The rate reported for a coordinate is lr, the factor on the accumulated v.
 */
public record Momentum(
        @Setting(initial = 0.1) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new MomentumState(this, dimension, beta, 0, false, 0);
    }
}
