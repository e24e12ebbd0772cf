package descentlab.optimizer;

/**
 * Yogi (Zaheer, Reddi, Sachan, Kale and Kumar, NeurIPS 2018): s += (1 - beta2) sign(g^2 - s) g^2, otherwise
 * {@link Adam}. s forgets at a rate that depends on the new square alone, so that a burst of small gradients does not
 * let the learning rate shoot up.
 *
 * <p>Deviation: the paper starts s at a mini-batch's square, here it is 0 and corrected for its bias as Adam's, as in
 * the course. eps is 1e-3.
 */
public record Yogi(
        @Setting(initial = 0.1) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta1,
        @Setting(initial = 0.999, most = 1, below = true) double beta2,
        @Setting(initial = 1e-3) double eps,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        Moments moments = new Moments(dimension, beta1, beta2, 0, false);
        return new AdamState(this, dimension, moments, beta2, eps, AdamState.Second.YOGI);
    }
}
