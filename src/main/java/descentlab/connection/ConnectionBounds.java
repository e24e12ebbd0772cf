package descentlab.connection;

import descentlab.heap.HeapShare;
import java.time.Duration;

/**
 * How many connections there may be.
 *
 * @param all open at the same time
 * @param ofOne of these, of one client: a class behind one address has some of each browser
 * @param waiting which have sent a part of a request's headers
 * @param waitingOfOne of these, of one client
 * @param patience from accepting a connection to the end of its first request's headers, and from the first byte of
 *     each later request's headers to their end
 */
record ConnectionBounds(int all, int ofOne, int waiting, int waitingOfOne, Duration patience) {

    /** Bytes of heap of a connection at rest, measured. */
    private static final int AT_REST = 14 << 10;

    /** Bytes of heap of a connection that has sent half a request, measured. */
    private static final int HALF_SENT = 64 << 10;

    /** A browser sends its headers at once; this is for a phone at the edge of the network. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What this process's heap has room for; one client may have three in four of it, and half of those awaited. */
    static ConnectionBounds ofHeap() {
        int all = HeapShare.CONNECTIONS.room(AT_REST);
        int waiting = HeapShare.NEWCOMERS.room(HALF_SENT);
        return new ConnectionBounds(all, all - all / 4, waiting, waiting - waiting / 2, PATIENCE);
    }

    ConnectionBounds atMost(int files) {
        int fewer = Math.min(all, files);
        return new ConnectionBounds(fewer, Math.min(ofOne, fewer - fewer / 4), waiting, waitingOfOne, patience);
    }
}
