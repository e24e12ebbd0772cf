package descentlab.training;

import descentlab.optimizer.Hessian;
import descentlab.optimizer.Method;
import java.util.function.BooleanSupplier;

/** Some batches of a training, from its start, of which nothing is known but their losses. */
final class Stint {

    private final Learner learner;
    private final Epochs epochs;
    private final Batch batch;
    private final Relay relay;
    private final double[] w;
    private final double[] gradient;
    private double loss = Double.NaN;
    private int done;

    Stint(Learner learner, Method method, TrainingPlan plan) {
        this.learner = learner;
        epochs = new Epochs(learner.examples(), plan);
        batch = new Batch(learner, epochs);
        relay = new Relay(method, learner.ends(), Hessian.NONE);
        w = learner.start(plan);
        gradient = new double[w.length];
    }

    private Stint(Stint other) {
        learner = other.learner.copy();
        epochs = other.epochs.copy();
        batch = new Batch(learner, epochs);
        relay = new Relay(other.relay, Hessian.NONE);
        w = other.w.clone();
        gradient = other.gradient.clone();
        loss = other.loss;
        done = other.done;
    }

    /** Goes on with a batch; true once its step is taken, or its loss is no finite number. */
    boolean goOn(BooleanSupplier over) {
        if (!batch.goOn(w, over)) {
            return false;
        }
        loss = batch.end(gradient);
        if (Double.isFinite(loss)) {
            epochs.endBatch();
            relay.state().stepUnrated(w, gradient);
            done++;
        }
        return true;
    }

    /** The mean loss over the last batch, before its step. */
    double loss() {
        return loss;
    }

    /** Batches whose steps are taken. */
    int done() {
        return done;
    }

    /** Examples seen so far. */
    long seen() {
        return epochs.seen();
    }

    /** Examples that may be trained on before somebody looks at the clock. */
    int betweenLooks() {
        return learner.betweenLooks();
    }

    boolean midway() {
        return batch.underWay();
    }

    /** One that goes on from here, between batches. */
    Stint copy() {
        if (midway()) {
            throw new IllegalStateException("a training cannot be copied within a batch");
        }
        return new Stint(this);
    }

    /** Another by another method, from the start. */
    Stint anew(Method method, TrainingPlan plan) {
        return new Stint(learner.beside(), method, plan);
    }
}
