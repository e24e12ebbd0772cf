package descentlab.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether more requests come than are answered at once: then what nobody waits for, a long training, steps back a
 * little. Whoever lets requests wait says so here; whoever computes for long asks.
 */
public final class Rush {

    /** So long after the last request that had to wait it is over. */
    private static final Duration AFTERWARDS = Duration.ofMillis(20);

    private final LongSupplier nanos;
    private volatile long last;

    public Rush() {
        this(System::nanoTime);
    }

    Rush(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong() - AFTERWARDS.toNanos();
    }

    /** A request has to wait for its turn. */
    public void waits() {
        last = nanos.getAsLong();
    }

    public boolean isOn() {
        return nanos.getAsLong() - last < AFTERWARDS.toNanos();
    }
}
