package descentlab.classroom;

import descentlab.cluster.Cluster;
import descentlab.cluster.ServerId;
import descentlab.database.DatabaseState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings what is to be done in a room to the server that leads it. On a server that is alone that is a plain call. */
final class Lines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

    private static final String ORDER = "room";
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String NOT_SEEN =
            "This server cannot read its database just now. What was done is kept, and will be seen here once it can.";
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration NEWS_COME = Duration.ofMillis(500);
    private static final Duration PRESENCE = Duration.ofMillis(250);
    private static final Duration ORPHANS = Duration.ofMillis(150);
    private static final Duration LEASES = Duration.ofMillis(400);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /**
     * Something to be done by who leads the room.
     *
     * @param epoch of the room, as far as who asks knows. Who leads in a later one does nothing: what is asked for may have
     *     lain at a server that was stopped, and be taken back or done again by now
     * @param command null if all that is wanted is to know how the room is
     */
    record Order(RoomCode room, UUID id, long epoch, Command command) {}

    /**
     * What came of it.
     *
     * @param done whether it was done
     * @param refused why it cannot be done; null if it can
     * @param news how the room is now; null if another server leads it
     */
    record Answer(boolean done, String refused, News news) {

        private static final Answer ELSEWHERE = new Answer(false, null, null);

        static Answer refused(String why) {
            return new Answer(false, why, null);
        }
    }

    private final Cluster cluster;
    private final Steward steward;
    private final Gazette gazette;
    private final Leads leads;
    private final HeldRooms rooms;
    private final InTurn inTurn = new InTurn();
    private final List<Thread> clocks = new CopyOnWriteArrayList<>();

    Lines(
            Cluster cluster,
            RoomStore store,
            TransactionTemplate transaction,
            Scribe scribe,
            Steward steward,
            Doorkeeper doorkeeper,
            HeldRooms rooms) {
        this.cluster = cluster;
        this.steward = steward;
        this.rooms = rooms;
        this.gazette = new Gazette(cluster, steward, doorkeeper, rooms);
        this.leads = new Leads(cluster, store, rooms.loader(), transaction, scribe, gazette::announce);
        cluster.answer(ORDER, bytes -> Wire.read(bytes, Order.class)
                .map(order -> done(order).thenApply(Wire::write))
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalArgumentException("no order"))));
        if (cluster.isShared()) {
            begin("rooms-presence", PRESENCE, gazette::tellPresence);
            begin("rooms-orphans", ORPHANS, this::takeOver);
            begin("rooms-leases", LEASES, this::lease);
            begin("rooms-beat", BEAT, gazette::beat);
        }
    }

    /**
     * Has something done in a room.
     *
     * @return completes once it is seen here, and on disk if it is to be kept
     * @throws ClassroomException if it cannot be done as the room is now, as far as that is known here
     */
    Scribe.Waiting<Kept> send(Room room, Command command) {
        if (command instanceof Command.Keeping keeping) {
            steward.consider(room, keeping);
        }
        if (cluster.isShared()) {
            UUID id = UUID.randomUUID();
            long begin = System.nanoTime();
            Supplier<Kept> sent = () -> sent(room, id, command, begin);
            return Scribe.Waiting.begun(by(command).map(who -> inTurn.take(who, sent)).orElseGet(() -> later(sent)));
        }
        leadAlone(room);
        return steward.act(room, command, null);
    }

    /** Who of the class does something that they may do again before it is done. */
    private static Optional<ParticipantId> by(Command command) {
        return switch (command) {
            case Command.Cast vote -> Optional.of(vote.participant());
            case Command.HandIn tried -> Optional.of(tried.participant());
            case Command.Support support -> Optional.of(support.participant());
            case Command.Leave leave -> Optional.of(leave.participant());
            default -> Optional.empty();
        };
    }

    /** Another server on the same database, which is alone as well, may have claimed it. */
    private void leadAlone(Room room) {
        try {
            if (!leads.lead(room)) {
                throw new ClassroomException(Rooms.UNKNOWN);
            }
        } catch (LeadLost deleted) {
            throw new ClassroomException(Rooms.UNKNOWN);
        }
    }

    void consider(Room room, Command.Keeping command) {
        steward.consider(room, command);
    }

    /**
     * Has somebody lead the room, and learns how it is.
     *
     * @throws ClassroomException if nobody does
     */
    void greet(Room room) {
        if (!cluster.isShared()) {
            leadAlone(room);
        } else {
            sent(room, UUID.randomUUID(), null, System.nanoTime());
        }
        steward.work(room);
    }

    /** Goes on until a server that leads the room has done it, or too long after the beginning. */
    private Kept sent(Room room, UUID id, Command command, long begin) {
        do {
            Order order = new Order(room.code(), id, room.epoch(), command);
            ServerId owner = cluster.ownerOf(room.code().value());
            Answer answer = (owner.equals(cluster.self())
                            ? answered(done(order))
                            : answered(cluster.ask(owner, ORDER, Wire.write(order)))
                                    .flatMap(got -> Wire.read(got, Answer.class)))
                    .orElse(Answer.ELSEWHERE);
            if (answer.refused() != null) {
                throw new ClassroomException(answer.refused());
            }
            if (answer.done()) {
                return caughtUp(room, answer.news(), begin);
            }
            if (answer.news() != null) {
                room.hear(answer.news()); // of a later epoch
            } else {
                pause();
            }
        } while (System.nanoTime() - begin < LONGEST.toNanos());
        throw new ClassroomException(DatabaseState.NOT_KEPT);
    }

    /** Nothing if it failed, or no answer came. */
    private static <T> Optional<T> answered(CompletableFuture<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException unanswered) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClassroomException(DatabaseState.NOT_KEPT);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClassroomException(DatabaseState.NOT_KEPT);
        }
    }

    /** What is kept, once all that it tells of is known here: was heard, or read where the database can be, for as long as one waits. */
    private Kept caughtUp(Room room, News news, long begin) {
        room.hear(news);
        try {
            do {
                if (room.await(news.number(), NEWS_COME) || isRead(room)) {
                    return room.kept();
                }
            } while (System.nanoTime() - begin < LONGEST.toNanos());
            throw new ClassroomException(NOT_SEEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClassroomException(DatabaseState.NOT_KEPT);
        }
    }

    private boolean isRead(Room room) {
        try {
            gazette.read(room);
            return true;
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }

    /** Does what is to be done, if this server leads the room or may do so. */
    private CompletableFuture<Answer> done(Order order) {
        try {
            Room room = rooms.held(order.room()).orElseThrow(() -> new ClassroomException(Rooms.UNKNOWN));
            if (!leads.lead(room)) {
                return CompletableFuture.completedFuture(Answer.ELSEWHERE);
            }
            if (order.command() != null && order.epoch() < room.epoch()) {
                return CompletableFuture.completedFuture(new Answer(false, null, room.news(List.of())));
            }
            if (order.command() == null) {
                return CompletableFuture.completedFuture(new Answer(true, null, room.news(List.of())));
            }
            return steward.act(room, order.command(), order.id())
                    .done()
                    .handle((kept, failed) -> failed == null
                            ? new Answer(true, null, room.news(List.of()))
                            : failed(failed));
        } catch (ClassroomException | LeadLost | DataAccessException | TransactionException failed) {
            return CompletableFuture.completedFuture(failed(failed));
        }
    }

    private static Answer failed(Throwable failed) {
        return failed instanceof ClassroomException refused ? Answer.refused(refused.getMessage()) : Answer.ELSEWHERE;
    }

    // What is done all the time, where there are others

    private void begin(String name, Duration pause, Runnable work) {
        clocks.add(Thread.ofVirtual().name(name).start(() -> {
            try {
                while (true) {
                    Thread.sleep(pause);
                    try {
                        work.run();
                    } catch (ClassroomException | LeadLost | DataAccessException | TransactionException failed) {
                        // Of a database that is not well, the log tells; the next time comes soon.
                        LOG.debug("{}: {}", name, failed.toString());
                    }
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Leads rooms whose server is gone. */
    private void takeOver() {
        rooms.inMemory().stream().filter(Room::isOrphaned).forEach(leads::lead);
    }

    private void lease() {
        leads.renew(rooms.inMemory());
        leads.handOver(rooms.inMemory());
    }

    /** Does nothing more by itself. */
    void stop() {
        clocks.forEach(Thread::interrupt);
    }

    /** Gives back what this server leads, as it is about to end. */
    @Override
    public void close() {
        stop();
        giveBack(room -> true);
    }

    /** Lets other servers lead some of the rooms that this one leads. */
    void giveBack(Predicate<Room> which) {
        if (cluster.isShared()) {
            rooms.inMemory().stream().filter(Room::isLed).filter(which).forEach(leads::giveBack);
        }
    }

    private static <T> CompletableFuture<T> later(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        return done;
    }
}
