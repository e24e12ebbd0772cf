package descentlab.training;

import java.util.function.BooleanSupplier;

/** The batch that a training works at: its loss and gradient, worked out in pieces. */
final class Batch {

    /** How far it is. */
    private enum State {
        NONE,
        COMPUTES,
        READY
    }

    private final Learner learner;
    private final Epochs epochs;
    private State state = State.NONE;

    Batch(Learner learner, Epochs epochs) {
        this.learner = learner;
        this.epochs = epochs;
    }

    /**
     * Begins the next one, or goes on with it.
     *
     * @param w parameters, not to be changed before the end
     * @return true once it can be ended
     */
    boolean goOn(double[] w, BooleanSupplier over) {
        if (state == State.NONE) {
            epochs.beginBatch();
            learner.begin(w, epochs.order(), epochs.from(), epochs.to());
            state = State.COMPUTES;
        }
        if (state == State.COMPUTES) {
            if (!learner.goOn(over)) {
                return false;
            }
            state = State.READY;
            // Where a batch is long, the step after it is another piece.
            return learner.betweenLooks() > 0 || !over.getAsBoolean();
        }
        return true;
    }

    /** Ends it: {@code gradient} receives the gradient; the mean loss. */
    double end(double[] gradient) {
        state = State.NONE;
        return learner.end(gradient);
    }

    /** Whether one has been begun and not ended. */
    boolean underWay() {
        return state != State.NONE;
    }
}
