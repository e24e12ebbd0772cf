package descentlab.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Something small that is computed a piece at a time until it gives what it computed. */
final class Pieces<T> implements Computation {

    private final Function<BooleanSupplier, Optional<T>> work;
    private volatile T result;

    Pieces(Function<BooleanSupplier, Optional<T>> work) {
        this.work = work;
    }

    /** What was computed; null unless it was done. */
    T result() {
        return result;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        Optional<T> found = work.apply(over);
        found.ifPresent(value -> result = value);
        return found.isPresent();
    }

    @Override
    public void cancelled() {}

    @Override
    public void budgetSpent(String explanation) {}

    @Override
    public void failed() {}
}
