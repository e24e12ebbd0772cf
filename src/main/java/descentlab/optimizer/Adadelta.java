package descentlab.optimizer;

/**
 * Adadelta (Zeiler, arXiv 1212.5701): s = rho s + (1 - rho) g^2; u = sqrt(d + eps) / sqrt(s + eps) g;
 * d = rho d + (1 - rho) u^2; x -= lr u, from s = d = 0.
 *
 * <p>Deviation: the paper has no learning rate. It is 1 here unless given, so that schedules apply. eps decides how
 * fast it gets going, since d starts at 0: the first step is about sqrt(eps / (1 - rho)).
 */
public record Adadelta(
        @Setting(initial = 1) double lr,
        @Setting(initial = 0.9, most = 1) double rho,
        @Setting(initial = 1e-5) double eps,
        Schedule schedule)
        implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new AdadeltaState(this, dimension, rho, eps, 0);
    }
}
