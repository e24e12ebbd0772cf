package descentlab.optimizer;

/**
 * torch.optim.Adadelta: the textbook's {@link Adadelta} on the gradient g + weight_decay x, with PyTorch's eps.
 */
public record TorchAdadelta(
        @Setting(initial = 1) double lr,
        @Setting(initial = 0.9, most = 1) double rho,
        @Setting(initial = 1e-6) double eps,
        @Setting double weightDecay,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new AdadeltaState(this, dimension, rho, eps, weightDecay);
    }
}
