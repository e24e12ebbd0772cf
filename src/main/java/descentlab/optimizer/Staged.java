package descentlab.optimizer;

import java.util.ArrayList;
import java.util.List;

/**
 * Optimizers of which each takes over where the one before stops.
 *
 * @param stages two to {@link #MOST_STAGES}, the first from 0, later ones strictly later; one that keeps is of the kind
 *     of the stage before
 */
public record Staged(List<Stage> stages) implements Method {

    public Staged {
        stages = List.copyOf(stages);
        if (stages.size() < 2 || stages.size() > MOST_STAGES) {
            throw new IllegalArgumentException("two to " + MOST_STAGES + " stages, got " + stages.size());
        }
        if (stages.getFirst().from() != 0 || stages.getFirst().keep()) {
            throw new IllegalArgumentException("the first stage starts afresh, at 0");
        }
        for (int i = 1; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            Stage before = stages.get(i - 1);
            if (stage.from() <= before.from()) {
                throw new IllegalArgumentException("stage " + (i + 1) + " is not later than the one before");
            }
            if (stage.keep() && !Optimizers.of(stage.optimizer()).equals(Optimizers.of(before.optimizer()))) {
                throw new IllegalArgumentException("stage " + (i + 1) + " cannot keep what another kind remembers");
            }
        }
    }

    /** The first so many stages of a method. */
    public static Method first(List<Stage> stages, int count) {
        return count == 1 ? stages.getFirst().optimizer() : new Staged(stages.subList(0, count));
    }

    /**
     * A method that goes another way from somewhere on.
     *
     * @param method what it does until then; its own later stages are left out
     * @param at after how many steps, or examples
     * @param other who takes over
     * @param keep whether with what the one before remembers
     * @throws IllegalArgumentException if that cannot be
     */
    public static Staged branch(Method method, long at, Optimizer other, boolean keep) {
        List<Stage> stages = new ArrayList<>(
                method.stages().stream().filter(stage -> stage.from() < at).toList());
        stages.add(new Stage(at, other, keep));
        return new Staged(stages);
    }

    @Override
    public double lr() {
        return last().lr();
    }

    @Override
    public Staged with(int stage, Optimizer other) {
        List<Stage> others = new ArrayList<>(stages);
        others.set(stage, new Stage(stages.get(stage).from(), other, stages.get(stage).keep()));
        return new Staged(others);
    }
}
