package descentlab.hand;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * An answer that is to be computed, by one thread at a time.
 *
 * @param size how many bytes it will have, about
 * @param work computes on until it is told to come back, asked every millisecond or so; the answer, once it is there
 */
public record HandAnswer(long size, Function<BooleanSupplier, Optional<byte[]>> work) {

    /** Computes on. */
    public Optional<byte[]> advance(BooleanSupplier over) {
        return work.apply(over);
    }
}
