package descentlab.optimizer;

/**
 * torch.optim.Adam: {@link Adam} on the gradient g + weight_decay x, with PyTorch's eps outside the root. With amsgrad
 * (Reddi, Kale and Kumar, ICLR 2018) the largest s so far stands in the place of s.
 */
public record TorchAdam(
        @Setting(initial = 1e-3) double lr,
        @Setting(initial = 0.9, most = 1, below = true) double beta1,
        @Setting(initial = 0.999, most = 1, below = true) double beta2,
        @Setting(initial = 1e-8) double eps,
        @Setting double weightDecay,
        @Setting boolean amsgrad,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        Moments moments = new Moments(dimension, beta1, beta2, weightDecay, false);
        AdamState.Second second = amsgrad ? AdamState.Second.LARGEST : AdamState.Second.AVERAGE;
        return new AdamState(this, dimension, moments, beta2, eps, second);
    }
}
