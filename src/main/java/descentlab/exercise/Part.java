package descentlab.exercise;

/** One question of an exercise. */
public sealed interface Part permits CheckedPart, RunPart {

    /** What is asked. */
    Assignment task();
}
