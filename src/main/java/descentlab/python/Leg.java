package descentlab.python;

import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * A part of a method with a clock of its own: an optimizer that starts afresh, and those after it that keep its memory and
 * clock, which are the same rule with other settings.
 *
 * @param start steps before it
 * @param optimizers who is in force, one after the other, all of one kind
 * @param until the steps of its clock up to which each of them is, but for the last
 */
record Leg(long start, List<Optimizer> optimizers, List<Long> until) {

    private static final Set<String> SWITCHED_BY_ZERO = Set.of("torch.rmsprop momentum", "torch.sgd momentum");

    /**
     * The legs of a method.
     *
     * @param steps how many steps are taken before a handover
     */
    static List<Leg> of(Method method, LongUnaryOperator steps) {
        List<Leg> legs = new ArrayList<>();
        for (Stage stage : method.stages()) {
            long start = steps.applyAsLong(stage.from());
            if (stage.keep()) {
                Leg leg = legs.getLast();
                leg.optimizers.add(stage.optimizer());
                leg.until.add(start - leg.start);
            } else {
                legs.add(new Leg(start, new ArrayList<>(List.of(stage.optimizer())), new ArrayList<>()));
            }
        }
        return legs;
    }

    Optimizer first() {
        return optimizers.getFirst();
    }

    OptimizerKind kind() {
        return Optimizers.of(first());
    }

    /** Whether its optimizers differ in a key. */
    boolean changes(OptimizerKind.Key key) {
        return distinct(optimizer -> kind().values(optimizer).get(key.name())) > 1;
    }

    /** Whether they differ in more than rate and schedule. */
    boolean changesSettings() {
        return kind().keys().stream().anyMatch(key -> !key.name().equals("lr") && changes(key));
    }

    /** Whether they differ in what makes them remember other things, so that they are no one rule. */
    boolean switches() {
        return kind().keys().stream().anyMatch(key -> changes(key)
                && (key.flag() || SWITCHED_BY_ZERO.contains(kind() + " " + key.name())
                        && optimizers.stream().anyMatch(each -> kind().values(each).get(key.name()) == 0)));
    }

    /** What holds at step t of its clock, as an expression, of what holds for each optimizer. */
    String at(Function<Optimizer, String> each) {
        if (distinct(each) == 1) {
            return each.apply(first());
        }
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < until.size(); i++) {
            expression.append(each.apply(optimizers.get(i))).append(" if t <= ").append(until.get(i)).append(" else ");
        }
        return expression.append(each.apply(optimizers.getLast())).toString();
    }

    private long distinct(Function<Optimizer, ?> of) {
        return optimizers.stream().map(of).collect(Collectors.toSet()).size();
    }
}
