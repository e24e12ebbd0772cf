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

    /** Ends the work where it is, since it was cancelled. */
    void cancelled();

    /** Ends the work where it is, since it used up its time. */
    void budgetSpent(String explanation);

    /** Ends the work, since it threw what it should not have. */
    void failed();
}
