package descentlab.optimizer;

/**
 * Adam (Kingma and Ba, arXiv 1412.6980): v = beta1 v + (1 - beta1) g; s = beta2 s + (1 - beta2) g^2;
 * v^ = v / (1 - beta1^t); s^ = s / (1 - beta2^t); x -= lr v^ / (sqrt(s^) + eps), from v = s = 0.
 *
 * <p>Deviation from the paper: eps is 1e-6, as in the course, where the paper and PyTorch have 1e-8. The rate
 * reported is lr / (sqrt(s^) + eps), the factor on v^.
 */
public record Adam(
        @Setting(initial = 0.1) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta1,
        @Setting(initial = 0.999, most = 1, below = true) double beta2,
        @Setting(initial = 1e-6) double eps,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        Moments moments = new Moments(dimension, beta1, beta2, 0, false);
        return new AdamState(this, dimension, moments, beta2, eps, AdamState.Second.AVERAGE);
    }
}
