package descentlab.classroom;

import descentlab.cluster.Cluster;
import descentlab.cluster.ServerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells servers what becomes of the rooms that this one leads, and who is connected to it; hears the same from others. */
final class Gazette {

    private static final Logger LOG = LoggerFactory.getLogger(Gazette.class);
    private static final String NEWS = "room-news";
    private static final String HERE = "room-here";

    /** Who is connected to a room by a server. */
    record Here(RoomCode room, Set<ParticipantId> connected) {}

    private final Cluster cluster;
    private final Steward steward;
    private final Doorkeeper doorkeeper;
    private final HeldRooms rooms;

    Gazette(Cluster cluster, Steward steward, Doorkeeper doorkeeper, HeldRooms rooms) {
        this.cluster = cluster;
        this.steward = steward;
        this.doorkeeper = doorkeeper;
        this.rooms = rooms;
        cluster.hear(NEWS, (from, bytes) -> Wire.read(bytes, News.class).ifPresent(this::hear));
        cluster.hear(HERE, (from, bytes) -> Wire.read(bytes, Here.class).ifPresent(here -> hear(from, here)));
        cluster.onChange(() -> rooms.inMemory().forEach(room -> room.retain(cluster.servers())));
    }

    /** Tells what was done in a room, or only how it is. */
    void announce(Room room, List<Command.Keeping> done) {
        if (cluster.isShared()) {
            cluster.tell(NEWS, Wire.write(room.news(done)));
            work(room, done);
        }
    }

    private void hear(News news) {
        Optional<Room> room = rooms.known(news.room());
        // Held here as well, so that it can be led from here at once.
        room.ifPresentOrElse(
                known -> hear(known, news),
                () -> aside(() -> rooms.held(news.room()).ifPresent(held -> hear(held, news))));
    }

    private void hear(Room room, News news) {
        news.done().forEach(command -> {
            if (command instanceof Command.Join join) {
                doorkeeper.note(room.code(), join.learner(), join.client());
            }
        });
        if (room.hear(news)) {
            work(room, news.done());
        } else if (room.standing().beginReading()) {
            aside(() -> read(room));
        }
    }

    /** Reads a room from the disk, as more was done in it than was heard of. */
    void read(Room room) {
        try {
            rooms.loader().read(room.code()).ifPresent(onDisk -> room.read(onDisk.kept(), onDisk.commits()));
        } finally {
            room.standing().endReading();
        }
    }

    private void work(Room room, List<Command.Keeping> done) {
        if (done.stream().anyMatch(Command.HandIn.class::isInstance)) {
            aside(() -> steward.work(room));
        }
    }

    private void hear(ServerId from, Here here) {
        rooms.known(here.room()).ifPresent(room -> room.connected(from, here.connected()));
    }

    /** Tells who is connected, where that has changed. */
    void tellPresence() {
        rooms.inMemory().forEach(room -> room.presenceToTell().ifPresent(connected -> tell(room, connected)));
    }

    private void tell(Room room, Set<ParticipantId> connected) {
        cluster.tell(HERE, Wire.write(new Here(room.code(), connected)));
    }

    /** Says how the rooms are to those who did not hear it. */
    void beat() {
        for (Room room : rooms.inMemory()) {
            if (room.isLed()) {
                announce(room, List.of());
            }
            Set<ParticipantId> connected = room.connectedHere();
            if (!connected.isEmpty()) {
                tell(room, connected);
            }
            if (room.isUnworked()) {
                aside(() -> steward.work(room));
            }
        }
    }

    /** What cannot be done now, as the database is away or the server busy, is done after a later beat. */
    private static void aside(Runnable work) {
        Thread.startVirtualThread(() -> {
            try {
                work.run();
            } catch (ClassroomException | DataAccessException | TransactionException notNow) {
                LOG.debug("{}", notNow.toString());
            }
        });
    }
}
