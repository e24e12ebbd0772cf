package descentlab.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something a moment after it was asked for, once for all that asked meanwhile, and never twice at a time. */
final class Soon {

    /** A tenth of a second later, on a thread that may wait. */
    static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private static final Logger LOG = LoggerFactory.getLogger(Soon.class);

    private final Runnable work;
    private final Executor later;
    private final AtomicBoolean asked = new AtomicBoolean();

    Soon(Runnable work, Executor later) {
        this.work = work;
        this.later = later;
    }

    void ask() {
        if (asked.compareAndSet(false, true)) {
            later.execute(this::work);
        }
    }

    private synchronized void work() {
        asked.set(false); // first, so that what is asked for while it works is done next
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.debug("Could not be told to the other servers", failed);
        }
    }
}
