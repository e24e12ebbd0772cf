package descentlab.classroom;

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
     * @param shown what it makes of the scene, done under the room's lock once the change is on disk
     */
    record Next(Kept kept, Runnable shown) {}

    /**
     * What becomes of a room of which that is kept; asked under its lock.
     *
     * @throws ClassroomException if it cannot be done
     */
    Next of(Kept kept);

    /** One that changes nothing of the scene. */
    static Change of(java.util.function.UnaryOperator<Kept> change) {
        return kept -> new Next(change.apply(kept), () -> {});
    }
}
