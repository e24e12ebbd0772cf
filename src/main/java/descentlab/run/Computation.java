package descentlab.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Work that advances in slices, so that many can take turns on few cores. One thread at a time calls it. */
interface Computation {

    /**
     * Works for a slice. Between any two pieces of work, a piece being a millisecond or two on a slow core, it asks
     * whether the slice is over, and then begins no other; at least one piece is done in any case. What it computes
     * does not depend on where slices end.
     *
     * @param over whether to give the core back; once true it stays so, and any thread that helps may ask it
     * @return true once all is done
     */
    boolean advance(BooleanSupplier over);

    /** Whether it has something to find out about how far it is while it is paused; any thread may ask, at any time. */
    default boolean looksBack() {
        return false;
    }

    /** Works for a slice on that, as {@link #advance} does on the rest; does nothing where there is nothing. All else is as it was. */
    default void lookBack(BooleanSupplier over) {}

    /** Hears that it has looked back for as long as it may, from the thread that works. */
    default void lookingBackSpent() {}

    /**
     * Begins what has to be there before the first slice, such as data that has to be read: on threads of its own, so
     * that nobody's turn waits for it. Asked once, by a thread that must not wait.
     */
    default CompletableFuture<?> begin() {
        return CompletableFuture.completedFuture(null);
    }

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

    /** Hears that somebody holds it where it is; as {@link #waits}, by any thread. */
    default void hold() {}

    /** Hears that it is held no more; as {@link #waits}, by any thread. */
    default void goOn() {}

    /** It has ended, however it did. Asked once, by any thread. */
    default void over() {}

    /** Ends the work where it is, since it was cancelled; maybe before what {@link #begin} began is there. */
    void cancelled();

    /** Ends the work where it is, since it used up its time. */
    void budgetSpent(String explanation);

    /** Ends the work, since it threw what it should not have. */
    void failed();
}
