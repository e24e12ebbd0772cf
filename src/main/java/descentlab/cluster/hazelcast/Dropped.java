package descentlab.cluster.hazelcast;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what other servers, or somebody else, said in vain. The log has a line of it at most once a minute. */
final class Dropped {

    private static final Logger LOG = LoggerFactory.getLogger(Dropped.class);
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong count = new AtomicLong();
    private final LongSupplier clock;
    private final AtomicLong next;

    /** @param clock nanoseconds */
    Dropped(LongSupplier clock) {
        this.clock = clock;
        next = new AtomicLong(clock.getAsLong());
    }

    /** @param why completes "dropped, since ..." */
    void add(String why) {
        long all = count.incrementAndGet();
        long now = clock.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE)) {
            LOG.warn("A message from another server was dropped, since {} ({} so far)", why, all);
        }
    }

    long count() {
        return count.get();
    }
}
