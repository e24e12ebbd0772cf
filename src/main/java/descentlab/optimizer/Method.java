package descentlab.optimizer;

import java.util.List;

/**
 * What a run descends by: an optimizer from the first step to the last, or {@link Staged several} of which each takes
 * over where the one before stops.
 */
public sealed interface Method permits Optimizer, Staged {

    /** Most stages of a method. */
    int MOST_STAGES = 8;

    /** Its stages, from the start on; one if nothing is handed over. */
    List<Stage> stages();

    /** The base learning rate, before the schedule; of several stages that of the last. */
    double lr();

    /**
     * The same with another optimizer in a stage.
     *
     * @param stage which, from 0
     */
    Method with(int stage, Optimizer other);

    /** The optimizer that starts. */
    default Optimizer first() {
        return stages().getFirst().optimizer();
    }

    /** The optimizer that ends. */
    default Optimizer last() {
        return stages().getLast().optimizer();
    }

    /** The same at another base rate; of several stages the last. */
    default Method withRate(double lr) {
        return with(stages().size() - 1, Optimizers.of(last()).withRate(last(), lr));
    }

    /** Whether any of its stages needs second derivatives. */
    default boolean secondOrder() {
        return stages().stream().anyMatch(stage -> Optimizers.of(stage.optimizer()).secondOrder());
    }

    /** The symbols of all that its stages remember, each once. */
    default List<String> memories() {
        return stages().stream()
                .flatMap(stage -> stage.optimizer().start(1).memories().stream())
                .map(State.Memory::symbol)
                .distinct()
                .toList();
    }

    /** A name for people: Adagrad; Adagrad, then Momentum; Adagrad, then at 0.1. */
    default String title() {
        StringBuilder title = new StringBuilder(Optimizers.of(first()).title());
        Optimizer before = first();
        for (Stage stage : stages().subList(1, stages().size())) {
            title.append(", then ").append(stage.titleAfter(before));
            before = stage.optimizer();
        }
        return title.toString();
    }
}
