package descentlab.optimizer;

/**
 * torch.optim.AdamW (Loshchilov and Hutter, arXiv 1711.05101): x *= 1 - lr weight_decay, then {@link TorchAdam}'s
 * update on the gradient alone. Its default weight_decay is 0.01, so that it moves x towards 0 even where the gradient
 * is zero.
 */
public record TorchAdamW(
        @Setting(initial = 1e-3) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta1,
        @Setting(initial = 0.999, most = 1, below = true) double beta2,
        @Setting(initial = 1e-8) double eps,
        @Setting(initial = 0.01) double weightDecay,
        @Setting boolean amsgrad,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        Moments moments = new Moments(dimension, beta1, beta2, weightDecay, true);
        AdamState.Second second = amsgrad ? AdamState.Second.LARGEST : AdamState.Second.AVERAGE;
        return new AdamState(this, dimension, moments, beta2, eps, second);
    }
}
