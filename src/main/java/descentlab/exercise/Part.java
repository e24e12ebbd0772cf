package descentlab.exercise;

/** One question of an exercise. */
public sealed interface Part permits CheckedPart, RunPart {

    /** What is asked. */
    Assignment task();

    /** Whether it can be answered on paper, with nothing beside it. */
    default boolean onPaper() {
        return true;
    }
}
