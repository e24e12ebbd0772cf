package descentlab.optimizer;

/**
 * Gradient descent: x -= lr g. With a mini-batch or noisy gradient, stochastic gradient descent
 * (Robbins and Monro 1951).
 */
public record Sgd(@Setting(initial = 0.1) double lr, Schedule schedule) implements Optimizer {

    @Override
    public State start(int dimension, Hessian hessian) {
        return new State(this, dimension) {
            @Override
            protected void step(double lr, double[] x, double[] g) {
                for (int i = 0; i < x.length; i++) {
                    x[i] -= lr * g[i];
                }
                uniformRate(lr);
            }
        };
    }
}
