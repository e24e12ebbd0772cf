package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.audit.Audit;
import descentlab.audit.Deed;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.cluster.Cluster;
import descentlab.experiment.SurfaceExperiment;
import descentlab.progress.LearnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All rooms: opened by teachers, found by their code, closed when idle. A teacher acts through a {@link Lectern}, a
 * student through a {@link Seat}; each is given out only to whom it belongs to.
 */
public final class Rooms implements AutoCloseable {

    /** A room stays open that long after it was last used. */
    public static final Duration IDLE = Duration.ofHours(4);

    /** For how many days what is kept of a closed room may be kept; its teacher says which. */
    public static final List<Integer> KEPT_DAYS = List.of(1, 7, 30, 90, 365);

    /** Most rooms that a teacher has open. */
    public static final int MOST_OPEN = 10;

    /** Most people in a room. */
    public static final int MOST_PARTICIPANTS = 2000;

    private static final Duration IN_MEMORY = Duration.ofHours(1);
    static final String UNKNOWN = "There is no room with this code. Codes have eight letters and digits, never 0,"
            + " 1, I, L or O, such as KM4P-7XQZ; a room that was closed has none any more.";

    /** A room in a teacher's list. */
    public record Summary(RoomCode code, Instant opened, Optional<Instant> closed) {}

    private final RoomStore store;
    private final Scribe scribe;
    private final RoomRuns runs;
    private final Audit audit;
    private final InstantSource clock;
    private final Doorkeeper doorkeeper;
    private final HeldRooms rooms;
    private final Lines lines;

    Rooms(
            Cluster cluster,
            RoomStore store,
            Scribe scribe,
            PlatformTransactionManager transactions,
            RoomRuns runs,
            Audit audit,
            Counters counters,
            InstantSource clock) {
        this.store = store;
        this.scribe = scribe;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
        this.doorkeeper = new Doorkeeper(counters);
        this.rooms = new HeldRooms(new RoomLoader(store, runs, snapshot(transactions)));
        this.lines = new Lines(
                cluster,
                store,
                new TransactionTemplate(transactions),
                scribe,
                new Steward(scribe, runs, doorkeeper, clock),
                doorkeeper,
                rooms);
    }

    /** A transaction that sees the database as it was at its beginning. */
    private static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return snapshot;
    }

    /**
     * Opens a room.
     *
     * @throws ClassroomException if the teacher has too many open ones
     */
    public Lectern open(TeacherId teacher) {
        long open = store.roomsOf(teacher).stream().filter(row -> row.closed().isEmpty()).count();
        if (open >= MOST_OPEN) {
            throw new ClassroomException("You have " + open + " rooms open, the most there may be. Close one first.");
        }
        doorkeeper.letOpen(teacher);
        RoomCode code = RoomCode.random();
        while (store.room(code).isPresent()) {
            code = RoomCode.random();
        }
        RoomCode free = code;
        Instant now = clock.instant();
        Shown shown = Shown.of(RoomRuns.unseen(SurfaceExperiment.initial(), 0), true, false);
        Room room = new Room(free, teacher, now, now, shown, Kept.NOTHING, 0);
        scribe.note(() -> store.insert(RoomRecords.row(room, room.stage(), Kept.NOTHING))).await();
        Lectern lectern = lectern(find(free).orElseThrow());
        lectern.note(Deed.ROOM_OPENED);
        return lectern;
    }

    private Lectern lectern(Room room) {
        return new Lectern(room, lines, store, scribe, runs, audit, clock);
    }

    /** The teacher's rooms, newest first. */
    public List<Summary> of(TeacherId teacher) {
        return store.roomsOf(teacher).stream()
                .map(row -> new Summary(row.code(), row.opened(), row.closed()))
                .toList();
    }

    /**
     * The place from which a room is led.
     *
     * @throws ClassroomException if there is no such room, or it is another teacher's
     */
    public Lectern lectern(TeacherId teacher, RoomCode code) {
        Room room = find(code)
                .filter(found -> found.teacher().equals(teacher))
                .orElseThrow(() -> new ClassroomException("You have no room with the code " + code.shown() + "."));
        return lectern(room);
    }

    /** The room of that code, open or closed, if it is still kept. */
    Optional<Room> find(RoomCode code) {
        Optional<Room> room = rooms.held(code);
        room.filter(held -> !held.isHeardOf()).ifPresent(lines::greet);
        return room;
    }

    /**
     * Looks up an open room by what somebody typed.
     *
     * @param client who asks
     * @throws ClassroomException if there is none, or too many wrong codes came from there
     */
    public RoomCode look(String typed, Client client) {
        doorkeeper.letTry(client);
        Optional<RoomCode> code = RoomCode.parse(typed).filter(parsed -> find(parsed)
                .filter(room -> !room.isClosed())
                .isPresent());
        if (code.isEmpty()) {
            doorkeeper.wrongCode(client);
        }
        return code.orElseThrow(() -> new ClassroomException(UNKNOWN));
    }

    /** The seat that somebody has in an open room; nobody who was sent out has one. */
    public Optional<Seat> seat(RoomCode code, LearnerId learner) {
        return find(code)
                .filter(room -> !room.isClosed())
                .flatMap(room -> room.participant(learner)
                        .filter(participant -> !participant.removed())
                        .map(participant -> seat(room, participant.id())));
    }

    /** The seat that somebody took last in a room that is open. Reads the database: not for a page's own thread. */
    public Optional<Seat> seatOf(LearnerId learner) {
        return store.seatOf(learner).flatMap(code -> seat(code, learner));
    }

    /** The open room that a teacher used last. Reads the database: not for a page's own thread. */
    public Optional<RoomCode> latestOpen(TeacherId teacher) {
        return store.roomsOf(teacher).stream()
                .filter(row -> row.closed().isEmpty())
                .max(Comparator.comparing(RoomStore.RoomRow::used))
                .map(RoomStore.RoomRow::code);
    }

    /** A room that is closed and still kept, for who was in it. */
    public Optional<Room> closed(RoomCode code, LearnerId learner) {
        return find(code)
                .filter(Room::isClosed)
                .filter(room -> room.participant(learner).filter(person -> !person.removed()).isPresent());
    }

    /** For how many days a room is kept after it was closed. */
    public int keptDays(RoomCode code) {
        return store.keptDays(code);
    }

    /** Whether somebody has a seat in a room that is in use. */
    boolean seatsSomewhere(LearnerId learner) {
        return rooms.inMemory().stream()
                .filter(room -> !room.isClosed())
                .anyMatch(room -> room.participant(learner)
                        .filter(participant -> !participant.removed())
                        .isPresent());
    }

    /**
     * Takes a seat, or the one that was had before, under a new name.
     *
     * @param client where they come from: one client may not fill a room
     * @throws ClassroomException if the room is closed or full, the name is taken, or its teacher has sent them out
     */
    public Seat join(RoomCode code, LearnerId learner, Nickname nickname, Client client) {
        Room room = find(code).orElseThrow(() -> new ClassroomException(UNKNOWN));
        Command join = new Command.Join(ParticipantId.random(), learner, nickname, client, clock.instant());
        Kept kept = lines.send(room, join).await();
        return seat(room, kept.of(learner).orElseThrow().id());
    }

    private Seat seat(Room room, ParticipantId participant) {
        return new Seat(room, participant, doorkeeper, lines, runs, clock);
    }

    /** Closes rooms that nobody has used for long, and deletes what is kept of those closed long ago. */
    void tidy() {
        Instant now = clock.instant();
        for (RoomCode code : store.idleSince(now.minus(IDLE))) {
            find(code)
                    .filter(room -> room.used().isBefore(now.minus(IDLE)))
                    .ifPresent(room -> lectern(room).close());
        }
        for (int days : KEPT_DAYS) {
            for (RoomCode code : store.closedBefore(now.minus(Duration.ofDays(days)), days)) {
                rooms.forget(code);
                scribe.note(() -> store.delete(code));
            }
        }
        store.leads().forgetDone();
    }

    /** Notes of the rooms in this server's memory that they are in use, and forgets those that are not. */
    void tidyMemory() {
        Instant now = clock.instant();
        rooms.inMemory().forEach(this::keepUse);
        // One that is not written yet stays: else it would be written over what is read from the disk and goes on.
        Predicate<Room> unused = room -> room.listeners() == 0
                && room.connected().isEmpty()
                && (room.isLed() ? room.used().isBefore(now.minus(IN_MEMORY)) : room.standing().isSilent())
                && !scribe.isBehind(room);
        lines.giveBack(unused);
        rooms.forgetIf(unused);
    }

    private void keepUse(Room room) {
        if (!room.connected().isEmpty()) {
            room.use();
        }
        if (room.isLed() && !room.useIsWritten()) {
            scribe.follow(room);
        }
    }

    /**
     * How much goes on.
     *
     * @param open rooms that are open, were used in the last hour, and are led by this server
     * @param present students who follow one by this server just now
     * @param votes written since the start
     */
    public record Figures(int open, int present, long votes) {}

    /** How much goes on just now. */
    public Figures figures() {
        List<Room> open = rooms.inMemory().stream().filter(room -> !room.isClosed()).toList();
        return new Figures(
                (int) open.stream().filter(Room::isLed).count(),
                open.stream().mapToInt(room -> room.connectedHere().size()).sum(),
                store.votesWritten());
    }

    /** Deletes all rooms of a teacher. */
    void forget(TeacherId teacher) {
        of(teacher).forEach(summary -> lectern(teacher, summary.code()).delete());
        rooms.forgetIf(room -> room.teacher().equals(teacher));
    }

    /** Does nothing more by itself, as if the server had been ended at once. */
    void stop() {
        lines.stop();
    }

    /** Gives back what this server leads, as it is about to end. */
    @Override
    public void close() {
        lines.close();
    }
}
