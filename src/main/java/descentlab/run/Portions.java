package descentlab.run;

import descentlab.client.Client;
import java.util.HashMap;
import java.util.Map;

/**
 * A common good, and how much of it each client holds. A client may hold up to three times what is then left to others:
 * three quarters of all while nobody else wants any, so that a school behind one address has its class at work, and
 * the less the more others hold, so that the client that holds most is the first to be refused. Not for several threads
 * at once.
 */
final class Portions {

    private static final int SHARE_OF_LEFT = 3;

    private final long all;
    private final Map<Client, Long> held = new HashMap<>();
    private long taken;

    /** @param all how much there is, of whatever it is counted in */
    Portions(long all) {
        this.all = all;
    }

    /** How much all hold. */
    long taken() {
        return taken;
    }

    /** How much is left. */
    long left() {
        return all - taken;
    }

    long of(Client client) {
        return held.getOrDefault(client, 0L);
    }

    /** Whether there is so much more, and the client may have it. */
    boolean allows(Client client, long more) {
        return allows(client, 0, more);
    }

    /** The same of a client that has some elsewhere, which counts as its own but not as gone from here. */
    boolean allows(Client client, long elsewhere, long more) {
        long then = left() - more;
        // Divided, since what is left may be as large as a number can be.
        return then >= 0 && (of(client) + elsewhere + more + SHARE_OF_LEFT - 1) / SHARE_OF_LEFT <= then;
    }

    void take(Client client, long more) {
        held.merge(client, more, Long::sum);
        taken += more;
    }

    void giveBack(Client client, long less) {
        held.computeIfPresent(client, (key, before) -> before == less ? null : before - less);
        taken -= less;
    }
}
