package descentlab.hand;

import descentlab.client.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much computing time the hands at one client may have: so much of each second, and a little at once. Who has had more waits
 * until it is made up for; what is asked meanwhile is dropped in favor of what is asked last, so that a picture follows more
 * slowly and nothing piles up. A client is known as long as it has a socket.
 */
final class Pace {

    private final double share;
    private final long atOnce;
    private final LongSupplier clock;
    private final Map<Client, Pacer> pacers = new HashMap<>();

    /**
     * @param share of one core
     * @param atOnce nanoseconds of computing before anybody waits
     * @param clock in nanoseconds
     */
    Pace(double share, long atOnce, LongSupplier clock) {
        this.share = share;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /** What all sockets of a client share. */
    final class Pacer {
        private final Client client;
        private int sockets;
        /** When all that was computed will be made up for. */
        private long evenAt = clock.getAsLong();

        private Pacer(Client client) {
            this.client = client;
        }

        /** Computing that was done. */
        void charge(long nanos) {
            synchronized (Pace.this) {
                evenAt = Math.max(evenAt, clock.getAsLong()) + (long) (nanos / share);
            }
        }

        /** Nanoseconds until more may be computed; 0 if it may at once. */
        long untilNext() {
            synchronized (Pace.this) {
                return Math.max(0, evenAt - clock.getAsLong() - (long) (atOnce / share));
            }
        }

        /** A socket less. */
        void leave() {
            synchronized (Pace.this) {
                if (--sockets == 0) {
                    pacers.remove(client);
                }
            }
        }
    }

    /** A socket more of a client's. */
    synchronized Pacer enter(Client client) {
        Pacer pacer = pacers.computeIfAbsent(client, Pacer::new);
        pacer.sockets++;
        return pacer;
    }

    /** How many clients there are. */
    synchronized int clients() {
        return pacers.size();
    }
}
