package descentlab.optimizer;

import java.util.List;

/**
 * The settings of a first- or second-order optimizer: an immutable record whose components, annotated with
 * {@link Setting}, are the keys of its spec ({@code adagrad(lr=0.4)}). What an optimizer remembers between steps
 * lives apart, in the mutable {@link State} that {@link #start} makes.
 *
 * <p>Two families share one notation. The textbook family ({@code adagrad}) follows the formulas of the course; the
 * PyTorch family ({@code torch.adagrad}) follows {@code torch.optim} with its keys and defaults. x are the
 * parameters, g is the gradient at x, t counts steps from 1, and all operations are elementwise in double precision.
 */
public non-sealed interface Optimizer extends Method {

    /** Base learning rate, before the schedule. */
    @Override
    double lr();

    /** How the learning rate changes with t. */
    Schedule schedule();

    /**
     * A fresh state: what this optimizer remembers, as if no step had been taken.
     *
     * @param dimension number of parameters n, at least 1
     * @param hessian second derivatives at the current point; only those optimizers ask it whose
     *     {@link OptimizerKind#secondOrder()} is true
     */
    State start(int dimension, Hessian hessian);

    /**
     * A fresh state for parameters that are several tensors, of which only a rule makes a difference.
     *
     * @param ends where each tensor ends among the parameters; the last is how many there are
     */
    default State start(int[] ends, Hessian hessian) {
        return start(ends[ends.length - 1], hessian);
    }

    /** A fresh state for an optimizer that needs gradients only. */
    default State start(int dimension) {
        return start(dimension, Hessian.NONE);
    }

    /** One, from the start to the end. */
    @Override
    default List<Stage> stages() {
        return Stage.only(this);
    }

    @Override
    default Optimizer with(int stage, Optimizer other) {
        return other;
    }
}
