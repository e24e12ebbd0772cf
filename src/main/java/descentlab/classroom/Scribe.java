package descentlab.classroom;

import descentlab.database.DatabaseState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what happens in rooms to the database, in the order it happened. A whole class votes within a second, and a
 * commit waits for the disk: what has come while one waited goes into the next commit together. A change is seen in its
 * room once it is on disk, and never if it could not be written; a scene is seen before, and written until that works.
 */
final class Scribe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final int MOST_TOGETHER = 500;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BEGUN_PATIENCE = Duration.ofSeconds(15);
    private static final Executor EACH = Thread.ofVirtual().name("classroom-told")::start;

    /** Something to be written, and who waits for it. */
    private sealed interface Entry {

        Waiting<?> waiting();

        /** A change of what is kept of a room. */
        record OfRoom(Room room, Command.Keeping command, UUID id, Change change, Waiting<Kept> waiting)
                implements Entry {}

        /** Something else. */
        record Other(Runnable write, Waiting<Void> waiting) implements Entry {}

        /** Nothing but that some room's scene is to be written. */
        record OfScene(Waiting<Void> waiting) implements Entry {}
    }

    /** Somebody who waits; begun once it is being written, and no longer to be taken back. */
    record Waiting<T>(CompletableFuture<T> done, AtomicBoolean begun) {

        Waiting() {
            this(new CompletableFuture<>(), new AtomicBoolean());
        }

        /** For what nobody needs to wait. */
        static <T> Waiting<T> over(T done) {
            return new Waiting<>(CompletableFuture.completedFuture(done), new AtomicBoolean(true));
        }

        /** For what others do, who cannot be called off. */
        static <T> Waiting<T> begun(CompletableFuture<T> done) {
            return new Waiting<>(done, new AtomicBoolean(true));
        }

        /**
         * Waits until it is on disk.
         *
         * @throws ClassroomException if it was refused, or could not be written
         */
        T await() {
            try {
                try {
                    return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException slow) {
                    if (begun.compareAndSet(false, true)) {
                        throw new ClassroomException(DatabaseState.NOT_KEPT);
                    }
                    return done.get(BEGUN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (TimeoutException slow) {
                throw new ClassroomException("The server takes long to keep that. Look again in a moment.");
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof ClassroomException refused
                        ? refused
                        : new ClassroomException(DatabaseState.NOT_KEPT);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new ClassroomException(DatabaseState.NOT_KEPT);
            }
        }
    }

    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Set<Room> behind = ConcurrentHashMap.newKeySet();
    private final RoomStore store;
    private final TransactionTemplate transaction;
    private final Thread writer;
    private volatile boolean closing;

    Scribe(RoomStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
        this.writer = Thread.ofPlatform().name("classroom-scribe").daemon().start(this::write);
    }

    /**
     * Has a room changed once that is on disk; completes then with what is kept of it, and fails with {@link LeadLost} if
     * another server leads the room by now.
     *
     * @param id by which it is known that the command was done already; null if nobody asks again
     * @throws ClassroomException if it cannot be done as the room is now
     */
    Waiting<Kept> keep(Room room, Command.Keeping command, UUID id, Change change) {
        if (id == null || !room.wasDone(id)) {
            room.consider(change);
        }
        Entry.OfRoom entry = new Entry.OfRoom(room, command, id, change, new Waiting<>());
        entries.add(entry);
        return entry.waiting();
    }

    /** Writes no more of a room's scene. */
    void drop(Room room) {
        behind.remove(room);
    }

    /** Has a room's scene written as it will be then; whoever changed it need not wait, as the next one follows. */
    void follow(Room room) {
        if (behind.add(room)) {
            entries.add(new Entry.OfScene(new Waiting<>()));
        }
    }

    /** Whether something of a room's scene is not on disk yet. */
    boolean isBehind(Room room) {
        return behind.contains(room);
    }

    /** Writes something else; completes once it is on disk. */
    Waiting<Void> note(Runnable write) {
        Entry.Other entry = new Entry.Other(write, new Waiting<>());
        entries.add(entry);
        return entry.waiting();
    }

    private void write() {
        List<Entry> together = new ArrayList<>();
        try {
            while (!closing || !entries.isEmpty()) {
                together.clear();
                Entry first = behind.isEmpty()
                        ? entries.take()
                        : entries.poll(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    together.add(first);
                }
                entries.drainTo(together, MOST_TOGETHER - 1);
                commit(together);
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Entry> all) {
        List<Entry> together =
                all.stream().filter(entry -> entry.waiting().begun().compareAndSet(false, true)).toList();
        Set<Room> scenes = Set.copyOf(behind);
        try {
            commit(together, scenes);
        } catch (RuntimeException failed) {
            if (DatabaseState.isTold(failed)) {
                together.forEach(entry -> fail(entry, failed));
                scenes.forEach(room -> fail(room, failed));
            } else {
                together.forEach(entry -> alone(entry, failed)); // one of them is bad: find it
                scenes.forEach(this::alone);
            }
        }
    }

    private void alone(Entry entry, RuntimeException failed) {
        try {
            commit(List.of(entry), Set.of());
        } catch (RuntimeException again) {
            fail(entry, again);
        }
    }

    private void alone(Room room) {
        try {
            commit(List.of(), Set.of(room));
        } catch (RuntimeException failed) {
            fail(room, failed);
        }
    }

    /** Writes it all or nothing; what was written is seen, and told to who waits. */
    private void commit(List<Entry> together, Set<Room> scenes) {
        Map<Room, Draft> drafts = new LinkedHashMap<>();
        transaction.executeWithoutResult(status -> {
            scenes.forEach(room -> drafts.put(room, new Draft(room, store)));
            for (Entry entry : together) {
                switch (entry) {
                    case Entry.OfRoom(Room room, Command.Keeping command, UUID id, Change change, Waiting<Kept> waiting) ->
                        drafts.computeIfAbsent(room, each -> new Draft(each, store))
                                .take(command, id, change, waiting.done());
                    case Entry.Other(Runnable write, Waiting<Void> waiting) -> write.run();
                    case Entry.OfScene scene -> {}
                }
            }
            drafts.values().forEach(Draft::write);
        });
        behind.removeAll(scenes);
        for (Draft draft : drafts.values()) {
            if (!draft.publish()) {
                follow(draft.room()); // its scene went on meanwhile
            }
            draft.answers().forEach(EACH::execute);
        }
        for (Entry entry : together) {
            if (entry instanceof Entry.Other(Runnable write, Waiting<Void> waiting)) {
                EACH.execute(() -> waiting.done().complete(null));
            }
        }
    }

    private void fail(Entry entry, RuntimeException failed) {
        switch (entry) {
            case Entry.OfRoom(Room room, Command.Keeping command, UUID id, Change change, Waiting<Kept> waiting) -> {
                fail(room, failed);
                if (failed instanceof LeadLost lost) {
                    EACH.execute(() -> waiting.done().completeExceptionally(lost));
                    return;
                }
                EACH.execute(() -> waiting.done().completeExceptionally(new ClassroomException(DatabaseState.NOT_KEPT)));
            }
            case Entry.Other(Runnable write, Waiting<Void> waiting) -> {
                log(failed);
                EACH.execute(() -> waiting.done().completeExceptionally(new ClassroomException(DatabaseState.NOT_KEPT)));
            }
            case Entry.OfScene scene -> {}
        }
    }

    /** The room is behind until it could be written again. */
    private void fail(Room room, RuntimeException failed) {
        if (failed instanceof LeadLost) {
            behind.remove(room);
            room.follow();
            return;
        }
        behind.add(room);
        if (room.unwritten()) {
            log(failed);
        }
    }

    private static void log(RuntimeException failed) {
        if (!DatabaseState.isTold(failed)) {
            LOG.error("What happened in a room could not be written", failed);
        }
    }

    @Override
    public void close() throws InterruptedException {
        // Not interrupted: H2 would close its file in the middle of a commit.
        closing = true;
        entries.add(new Entry.OfScene(new Waiting<>()));
        writer.join(5_000);
    }
}
