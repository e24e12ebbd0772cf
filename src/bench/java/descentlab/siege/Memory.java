package descentlab.siege;

import descentlab.load.Server;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The server's heap after full collections, before the attacks and after: whether what they took has come back. */
final class Memory {

    private static final double MB = 1 << 20;

    /** What the class itself may have come to hold meanwhile, of all the heap: votes, runs of the last half hour. */
    private static final int SHARE = 8;

    private static final long LONGEST_SECONDS = 180;
    private static final int PATIENCE_SECONDS = 30;

    private final Server server;
    private long before;
    private long after = Long.MAX_VALUE;
    private long most;
    private double seconds;

    Memory(Server server) {
        this.server = server;
        this.most = server.mostHeap();
    }

    void before() {
        before = measured();
    }

    /** Waits until it is back, but not for ever. */
    void awaitBack() {
        long begin = System.nanoTime();
        do {
            Front.sleep(10_000);
            after = measured();
            seconds = (System.nanoTime() - begin) / 1e9;
        } while (!isBack() && server.isAlive() && seconds < LONGEST_SECONDS);
    }

    boolean isBack() {
        return after <= before + most / SHARE;
    }

    /** A server that is out of memory does not answer; then it is as if none had come back. */
    private long measured() {
        try {
            return CompletableFuture.supplyAsync(() -> {
                        try {
                            return server.heapAfterCollection();
                        } catch (InterruptedException over) {
                            throw new IllegalStateException(over);
                        }
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception silent) {
            return Long.MAX_VALUE / 2;
        }
    }

    String lines() {
        return after > Long.MAX_VALUE / 4
                ? String.format(Locale.ROOT, "heap after full collections: %.1f MB before the attacks; the server did not say"
                        + " what it is afterwards%n", before / MB)
                : String.format(Locale.ROOT, "heap after full collections: %.1f MB before the attacks, %.1f MB %.0f s after them"
                        + " (back means at most %.1f MB; of %.0f MB)%n",
                        before / MB, after / MB, seconds, (before + (double) most / SHARE) / MB, most / MB);
    }
}
