package descentlab.classroom;

import java.util.function.UnaryOperator;

/**
 * A change of what is kept of a room. It only says what becomes of it, and may be asked twice: the {@link Scribe} has it
 * written, and only then seen.
 */
@FunctionalInterface
interface Change {

    /**
     * What becomes of a room.
     *
     * @param kept after the change
     * @param shown what becomes of what is shown, once the change is on disk
     */
    record Next(Kept kept, UnaryOperator<Shown> shown) {}

    /**
     * What becomes of a room of which that is kept; asked under its lock.
     *
     * @throws ClassroomException if it cannot be done
     */
    Next of(Kept kept);
}
