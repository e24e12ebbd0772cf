package descentlab.classroom;

import descentlab.account.TeacherId;
import descentlab.audit.Audit;
import descentlab.audit.Deed;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.progress.LearnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * All rooms: opened by teachers, found by their code, closed when idle. A teacher acts through a {@link Lectern}, a
 * student through a {@link Seat}; each is given out only to whom it belongs to.
 */
public final class Rooms {

    /** A room stays open that long after it was last used. */
    public static final Duration IDLE = Duration.ofHours(4);

    /** What is kept of a closed room is deleted after that time. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Most rooms that a teacher has open. */
    public static final int MOST_OPEN = 10;

    /** Most people in a room. */
    public static final int MOST_PARTICIPANTS = 2000;

    private static final Duration IN_MEMORY = Duration.ofHours(1);
    private static final String UNKNOWN = "There is no room with this code. Codes have eight letters and digits, never 0,"
            + " 1, I, L or O, such as KM4P-7XQZ; a room that was closed has none any more.";

    /** A room in a teacher's list. */
    public record Summary(RoomCode code, Instant opened, Optional<Instant> closed) {}

    private final RoomStore store;
    private final Scribe scribe;
    private final RoomRuns runs;
    private final Audit audit;
    private final InstantSource clock;
    private final Doorkeeper doorkeeper;
    private final ConcurrentMap<RoomCode, Room> rooms = new ConcurrentHashMap<>();

    Rooms(RoomStore store, Scribe scribe, RoomRuns runs, Audit audit, Counters counters, InstantSource clock) {
        this.store = store;
        this.scribe = scribe;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
        this.doorkeeper = new Doorkeeper(counters);
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
        Room room = new Room(code, teacher, clock.instant(), clock.instant(), runs.first(code), Kept.NOTHING);
        scribe.note(() -> store.insert(RoomRecords.row(room, room.stage(), Kept.NOTHING))).await();
        rooms.put(code, room);
        Lectern lectern = lectern(room);
        lectern.note(Deed.ROOM_OPENED);
        return lectern;
    }

    private Lectern lectern(Room room) {
        return new Lectern(room, store, scribe, runs, audit, clock);
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
        Room known = rooms.get(code);
        if (known != null) {
            return Optional.of(known);
        }
        return store.room(code).map(row -> {
            // Loaded outside the map's lock; of two who load at once, one's is dropped.
            Room loaded = RoomRecords.load(row, store, runs);
            Room earlier = rooms.putIfAbsent(code, loaded);
            return earlier == null ? loaded : earlier;
        });
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

    /** Whether somebody has a seat in a room that is in use. */
    boolean seatsSomewhere(LearnerId learner) {
        return rooms.values().stream()
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
        doorkeeper.letIn(room, learner, client);
        room.use();
        Kept kept = scribe.keep(room, Topic.BOARD, Change.of(now -> joined(now, learner, nickname))).await();
        return seat(room, of(kept, learner).orElseThrow().id());
    }

    private static Optional<Participant> of(Kept kept, LearnerId learner) {
        return kept.participants().values().stream()
                .filter(one -> one.learner().equals(learner))
                .findFirst();
    }

    private Kept joined(Kept kept, LearnerId learner, Nickname nickname) {
        kept.checkOpen();
        Optional<Participant> before = of(kept, learner);
        if (before.filter(Participant::removed).isPresent()) {
            throw new ClassroomException("The teacher has closed this room to you. Ask them to let you in again.");
        }
        boolean taken = kept.participants().values().stream()
                .anyMatch(other -> !other.learner().equals(learner) && other.nickname().key().equals(nickname.key()));
        if (taken) {
            throw new ClassroomException("Somebody here is called " + nickname + " already. Take another name.");
        }
        if (before.isEmpty() && kept.participants().size() >= MOST_PARTICIPANTS) {
            throw new ClassroomException(
                    "This room is full: " + MOST_PARTICIPANTS + " people, the most it takes, have joined.");
        }
        return kept.with(before.map(known -> known.named(nickname)).orElseGet(() -> new Participant(
                ParticipantId.random(), learner, RoomRecords.nextNumber(kept), nickname, clock.instant(), false)));
    }

    private Seat seat(Room room, ParticipantId participant) {
        return new Seat(room, participant, doorkeeper, scribe, runs);
    }

    /** Closes rooms that nobody has used for long, and deletes what is kept of those closed long ago. */
    void tidy() {
        Instant now = clock.instant();
        rooms.values().forEach(this::keepUse);
        for (RoomCode code : store.idleSince(now.minus(IDLE))) {
            find(code)
                    .filter(room -> room.used().isBefore(now.minus(IDLE)))
                    .ifPresent(room -> lectern(room).close());
        }
        for (RoomCode code : store.closedBefore(now.minus(KEPT))) {
            rooms.remove(code);
            scribe.note(() -> store.delete(code));
        }
        // One that is not written yet stays: else it would be written over what is read from the disk and goes on.
        rooms.values().removeIf(room -> room.listeners() == 0
                && room.connected().isEmpty()
                && room.used().isBefore(now.minus(IN_MEMORY))
                && !scribe.isBehind(room));
    }

    private void keepUse(Room room) {
        if (!room.connected().isEmpty()) {
            room.use();
        }
        if (!room.useIsWritten()) {
            scribe.follow(room);
        }
    }

    /**
     * How much goes on.
     *
     * @param open rooms that are open and were used in the last hour
     * @param present students who follow one of them just now
     * @param votes written since the start
     */
    public record Figures(int open, int present, long votes) {}

    /** How much goes on just now. */
    public Figures figures() {
        List<Room> open = rooms.values().stream().filter(room -> !room.isClosed()).toList();
        return new Figures(
                open.size(),
                open.stream().mapToInt(room -> room.connected().size()).sum(),
                store.votesWritten());
    }

    /** Deletes all rooms of a teacher. */
    void forget(TeacherId teacher) {
        of(teacher).forEach(summary -> lectern(teacher, summary.code()).delete());
        rooms.values().removeIf(room -> room.teacher().equals(teacher));
    }
}
