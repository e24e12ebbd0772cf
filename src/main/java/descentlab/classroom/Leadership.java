package descentlab.classroom;

/**
 * A server's right to do what is done in a room: one server has it at a time.
 *
 * @param epoch grows with each claim; what is written without the latest one is refused by the database
 * @param until when it ends if it is not renewed, by {@link System#nanoTime}; nothing is done after that
 */
record Leadership(long epoch, long until) {

    /** Of a server that is alone: it ends when another claims the room. */
    static Leadership alone(long epoch) {
        return new Leadership(epoch, Long.MIN_VALUE);
    }

    boolean holds() {
        return until == Long.MIN_VALUE || until - System.nanoTime() > 0;
    }

    Leadership until(long later) {
        return new Leadership(epoch, later);
    }
}
