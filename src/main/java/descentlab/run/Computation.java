package descentlab.run;

/** Work that advances in slices, so that many can take turns on few cores. One thread at a time calls it. */
interface Computation {

    /**
     * Works for a slice.
     *
     * @param until when to give the core back, by {@link System#nanoTime}
     * @return true once all is done
     */
    boolean advance(long until);

    /** Bytes it holds while it is under way, about, if they are many: it then waits for a seat. Else 0. */
    default long memory() {
        return 0;
    }

    /**
     * Hears where it stands in the line for a seat; may come from any thread, and must be quick.
     *
     * @param place from 1; 0 once it waits no more
     * @param of how many stand in the line
     */
    default void waits(int place, int of) {}

    /** Ends the work where it is, since it was cancelled. */
    void cancelled();

    /** Ends the work where it is, since it used up its time. */
    void budgetSpent(String explanation);

    /** Ends the work, since it threw what it should not have. */
    void failed();
}
