package descentlab.training;

import descentlab.optimizer.Hessian;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Stage;
import descentlab.optimizer.State;
import java.util.List;

/** Who of a method's stages takes the next step, and what it remembers. */
final class Relay {

    private final Method method;
    private final List<Stage> stages;
    private final int[] ends;
    private final Hessian hessian;
    private int index;
    private State state;
    private long until;

    /** @param ends where each tensor ends among the parameters */
    Relay(Method method, int[] ends, Hessian hessian) {
        this.method = method;
        this.stages = method.stages();
        this.ends = ends;
        this.hessian = hessian;
        this.state = optimizer().start(ends, hessian);
        this.until = end();
    }

    /** One that goes on from where another is. */
    Relay(Relay other, Hessian hessian) {
        this(other, other.method, hessian);
    }

    /** One that goes on from where another is by stages that {@linkplain #leadsTo so far} were the same. */
    Relay(Relay other, Method method, Hessian hessian) {
        this.method = method;
        stages = method.stages();
        ends = other.ends;
        this.hessian = hessian;
        index = other.index;
        state = optimizer().start(ends, hessian);
        state.continueFrom(other.state);
        until = end();
    }

    /** Whether a method has done the same until now, and what it does otherwise is still to come. */
    boolean leadsTo(Method method, long now) {
        List<Stage> others = method.stages();
        return index < others.size()
                && others.subList(0, index + 1).equals(stages.subList(0, index + 1))
                && (index + 1 == others.size() || others.get(index + 1).from() >= now);
    }

    /** Whose stages they are. */
    Method method() {
        return method;
    }

    /** Whether it is of a method. */
    boolean is(Method other) {
        return stages.equals(other.stages());
    }

    /** What the optimizer in force remembers, which takes the next step. */
    State state() {
        return state;
    }

    /** The optimizer in force. */
    Optimizer optimizer() {
        return stages.get(index).optimizer();
    }

    /** Its stage, from 0. */
    int index() {
        return index;
    }

    /** Whether nothing is ever handed over. */
    boolean alone() {
        return stages.size() == 1;
    }

    /** Steps or examples after which {@link #handOver} is due; never if no stage follows. */
    long until() {
        return until;
    }

    /** The next stage takes over. */
    void handOver() {
        index++;
        state = stages.get(index).start(ends, hessian, state);
        until = end();
    }

    /**
     * Goes back to the first stage.
     *
     * @param fresh that stage's state, as before its first step
     */
    void restart(State fresh) {
        index = 0;
        state = fresh;
        until = end();
    }

    private long end() {
        return index == stages.size() - 1 ? Long.MAX_VALUE : stages.get(index + 1).from();
    }
}
