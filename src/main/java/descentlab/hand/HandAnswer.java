package descentlab.hand;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An answer while it is computed, by one thread at a time. */
public interface HandAnswer {

    /** How many bytes it will have, about. */
    long size();

    /**
     * Computes on.
     *
     * @param over whether to come back, asked every millisecond or so
     * @return the answer, once it is there
     */
    Optional<byte[]> advance(BooleanSupplier over);
}
