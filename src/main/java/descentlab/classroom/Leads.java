package descentlab.classroom;

import descentlab.cluster.Cluster;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which rooms this server leads. A room is claimed in the database: by a server that is alone at once, by one of several
 * once the lease of its former leader is over. A lease lasts {@link #LEASE} from when it was asked for, by the database's
 * clock and, a little less, by this server's own.
 */
final class Leads {

    static final Duration LEASE = Duration.ofSeconds(2);

    /** What clocks may differ in within a lease, and a commit under way may take. */
    private static final Duration SPARE = Duration.ofMillis(300);

    private final Cluster cluster;
    private final RoomStore store;
    private final RoomLoader loader;
    private final TransactionTemplate transaction;
    private final Scribe scribe;
    private final BiConsumer<Room, List<Command.Keeping>> announcer;

    /** @param announcer tells those that follow a room what became of it */
    Leads(
            Cluster cluster,
            RoomStore store,
            RoomLoader loader,
            TransactionTemplate transaction,
            Scribe scribe,
            BiConsumer<Room, List<Command.Keeping>> announcer) {
        this.cluster = cluster;
        this.store = store;
        this.loader = loader;
        this.transaction = transaction;
        this.scribe = scribe;
        this.announcer = announcer;
    }

    /**
     * Has this server lead a room, if it may.
     *
     * @return whether it leads it now
     * @throws DataAccessException if the database is not well
     */
    boolean lead(Room room) {
        if (room.isLed()) {
            return true;
        }
        if (!cluster.ownerOf(room.code().value()).equals(cluster.self())) {
            return false;
        }
        synchronized (room.standing().claiming()) {
            if (room.isLed()) {
                return true;
            }
            long asked = System.nanoTime();
            Optional<Long> epoch = claim(room.code());
            if (epoch.isEmpty()) {
                return false;
            }
            scribe.drop(room); // of an earlier lead: the disk is right
            RoomLoader.Loaded onDisk = loader.read(room.code()).orElseThrow(() -> new LeadLost(room.code()));
            room.lead(
                    cluster.isShared()
                            ? new Leadership(epoch.get(), over(asked))
                            : Leadership.alone(epoch.get()),
                    onDisk,
                    shown -> loader.shown(room, onDisk, shown, epoch.get()),
                    done -> announcer.accept(room, done));
            return true;
        }
    }

    private Optional<Long> claim(RoomCode code) {
        if (cluster.isShared()) {
            return transaction.execute(status -> store.leads().claim(code, cluster.self(), LEASE));
        }
        try {
            return transaction.execute(status -> store.leads().claim(code, cluster.self()));
        } catch (DataAccessException | TransactionException unwritable) {
            return store.leads().epoch(code); // what can be read of it can be shown, as long as nobody else claims it
        }
    }

    private static long over(long asked) {
        return asked + LEASE.minus(SPARE).toNanos();
    }

    /** Renews the leases; of rooms that another server has claimed meanwhile, what was thought to be so is forgotten. */
    void renew(Collection<Room> rooms) {
        if (rooms.stream().allMatch(room -> room.standing().leadership().isEmpty())) {
            return;
        }
        long asked = System.nanoTime();
        Map<RoomCode, Long> mine = transaction.execute(status -> store.leads().renew(cluster.self(), LEASE));
        for (Room room : rooms) {
            Long onDisk = mine.remove(room.code());
            room.standing().leadership().ifPresent(leadership -> {
                if (Long.valueOf(leadership.epoch()).equals(onDisk)) {
                    room.renew(over(asked));
                } else {
                    lose(room);
                }
            });
        }
        mine.forEach(store.leads()::release); // of rooms that were forgotten since nobody is in them
    }

    /** Leads a room no more, and believes the disk. */
    void lose(Room room) {
        room.follow();
        scribe.drop(room);
        loader.read(room.code()).ifPresent(onDisk -> room.read(onDisk.kept(), onDisk.commits()));
    }

    /** Gives those rooms back that another server ought to lead, once what was asked for is on disk. */
    void handOver(Collection<Room> rooms) {
        rooms.stream()
                .filter(Room::isLed)
                .filter(room -> !cluster.ownerOf(room.code().value()).equals(cluster.self()))
                .forEach(this::giveBack);
    }

    /** Gives a room back, so that another server may lead it at once. */
    void giveBack(Room room) {
        long epoch = room.standing().leadership().map(Leadership::epoch).orElse(0L);
        try {
            scribe.note(() -> {}).await(); // after all that was asked for before
            announcer.accept(room, List.of());
            room.follow();
            transaction.executeWithoutResult(status -> store.leads().release(room.code(), epoch));
        } catch (ClassroomException | DataAccessException | TransactionException failed) {
            // Its lease ends by itself.
        }
    }
}
