package descentlab.landscape;

import java.util.function.BooleanSupplier;

/** Something that is worked out in pieces. */
interface Work {

    /** Goes on, for a piece of a millisecond or two at least, until {@code over}; true once it is done. */
    boolean goOn(BooleanSupplier over);
}
