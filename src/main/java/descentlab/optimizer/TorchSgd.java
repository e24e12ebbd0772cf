package descentlab.optimizer;

/**
 * torch.optim.SGD: d = g + weight_decay x; v = d at the first step, then v = momentum v + (1 - dampening) d;
 * x -= lr (d + momentum v) if nesterov, else x -= lr v.
 *
 * <p>PyTorch asks for an lr; here it defaults to PyTorch 2's own default, 1e-3.
 */
public record TorchSgd(
        @Setting(initial = 1e-3) double lr,
        @Setting double momentum,
        @Setting(most = 1) double dampening,
        @Setting double weightDecay,
        @Setting boolean nesterov,
        Schedule schedule)
        implements Optimizer {

    public TorchSgd {
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException("nesterov=true needs a momentum above 0 and no dampening");
        }
    }

    @Override
    public State start(int dimension, Hessian hessian) {
        return new MomentumState(this, dimension, momentum, dampening, nesterov, weightDecay);
    }
}
