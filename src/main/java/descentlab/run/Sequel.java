package descentlab.run;

import java.util.List;
import java.util.function.BooleanSupplier;

/** What a course works out of its series once all have ended, or while they wait, and tells beside their rows. */
interface Sequel {

    /** Why it goes no further, other than that all is done or that somebody ended the run. */
    enum Cut {
        /** It threw what it should not have. */
        FAILED,
        /** It used up its time. */
        SPENT
    }

    /** Goes on, for a piece of a millisecond or two at least, until {@code over}; true once all is done. */
    boolean advance(BooleanSupplier over);

    /** What is to be told since the last time it was asked. */
    List<Object> fresh();

    /** What is to be told where it goes no further. */
    Object cut(Cut why);
}
