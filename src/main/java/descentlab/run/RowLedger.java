package descentlab.run;

import descentlab.client.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Books what the rows of large runs take of the heap: while they are computed, while they are kept, and for as long as
 * somebody reads them, however slowly. One client gets at most as much as is left to the others then, so half of it all
 * while nobody else has any; whoever is alone may have one run that is larger than all of it. What is small is not booked.
 */
final class RowLedger {

    /** Bytes up to which rows are small: a race of three optimizers over some hundred steps. */
    static final long SMALL = 128 << 10;

    /** What was booked; given back once all have let go of it. */
    final class Entry implements AutoCloseable {
        private final Client client;
        private long bytes;
        private int holders = 1;

        private Entry(Client client, long bytes) {
            this.client = client;
            this.bytes = bytes;
        }

        /** One more who holds it. */
        Entry hold() {
            synchronized (RowLedger.this) {
                if (holders == 0) {
                    change(client, bytes); // let go of a moment ago
                }
                holders++;
                return this;
            }
        }

        /** It takes no more than that now. */
        void shrink(long left) {
            synchronized (RowLedger.this) {
                long less = Math.min(left, bytes);
                if (holders > 0) {
                    change(client, less - bytes);
                }
                bytes = less;
            }
        }

        boolean isBooked() {
            synchronized (RowLedger.this) {
                return bytes > 0;
            }
        }

        /** Whether somebody holds it beside the one who asks. */
        boolean isShared() {
            synchronized (RowLedger.this) {
                return holders > 1;
            }
        }

        /** One of those who hold it lets go. */
        @Override
        public void close() {
            synchronized (RowLedger.this) {
                holders--;
                if (holders == 0) {
                    change(client, -bytes);
                }
            }
        }
    }

    private final long most;
    private final Map<Client, Long> clients = new HashMap<>();
    private long taken;

    RowLedger(long most) {
        this.most = most;
    }

    /** Books so many bytes for a client, if it may have them; {@link #SMALL} ones always, as nothing. */
    synchronized Optional<Entry> book(Client client, long bytes) {
        long needed = bytes <= SMALL ? 0 : bytes;
        long mine = clients.getOrDefault(client, 0L);
        long free = most - taken;
        if (needed > 0 && taken > 0 && (needed > free || mine > 0 && mine + needed > free)) {
            return Optional.empty();
        }
        change(client, needed);
        return Optional.of(new Entry(client, needed));
    }

    private void change(Client client, long bytes) {
        taken += bytes;
        clients.merge(client, bytes, (before, more) -> before + more == 0 ? null : before + more);
        clients.remove(client, 0L);
    }

    synchronized long taken() {
        return taken;
    }

    /** How many clients have something. */
    synchronized int clients() {
        return clients.size();
    }
}
