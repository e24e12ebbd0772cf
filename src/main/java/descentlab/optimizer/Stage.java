package descentlab.optimizer;

import descentlab.notation.Decimal;
import java.util.List;

/**
 * A stage of a method.
 *
 * @param from after how many steps it takes over, in training after how many examples; counted from the run's start
 * @param optimizer who takes over
 * @param keep whether it goes on with what the stage before remembers and with its clock t, or starts afresh
 */
public record Stage(long from, Optimizer optimizer, boolean keep) {

    /** The state to go on with, in place of the one of the stage before. */
    public State start(int[] ends, Hessian hessian, State before) {
        State state = optimizer.start(ends, hessian);
        if (keep) {
            state.continueFrom(before);
        }
        return state;
    }

    /** What tells it from the stage before: another kind by its title, the same by its rate if that is another. */
    String titleAfter(Optimizer before) {
        if (!Optimizers.of(optimizer).equals(Optimizers.of(before))) {
            return Optimizers.of(optimizer).title();
        }
        if (optimizer.lr() != before.lr()) {
            return "at " + Decimal.write(optimizer.lr());
        }
        return keep ? "with other settings" : "afresh";
    }

    static List<Stage> only(Optimizer optimizer) {
        return List.of(new Stage(0, optimizer, false));
    }
}
