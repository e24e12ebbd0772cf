package descentlab.classroom;

import descentlab.classroom.RoomStore.RoomRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** What a room becomes by one commit. */
final class Draft {

    private final Room room;
    private final RoomStore store;
    private final Room.Stage stage;
    private final Kept before;
    /** What was done of that which may be asked for again, where this room does not know it. */
    private final Set<UUID> earlier;

    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private final List<Command.Keeping> did = new ArrayList<>();
    private final Set<UUID> ids = new LinkedHashSet<>();
    private final List<UnaryOperator<Shown>> then = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private Kept kept;

    /** Begins from what is on disk: that is known, unless a commit failed, which may yet have come there. */
    Draft(Room room, RoomStore store) {
        this.room = room;
        this.store = store;
        Room.Stage known = room.stage();
        if (known.unwritten()) {
            RoomRow row = store.room(room.code()).orElseThrow(() -> new LeadLost(room.code()));
            this.stage = known.after(row.commits());
            this.before = RoomRecords.kept(row, store).withTruthsOf(room.kept());
            this.earlier = Set.copyOf(store.leads().doneLately(room.code()));
        } else {
            this.stage = known;
            this.before = room.kept();
            this.earlier = Set.of();
        }
        this.kept = before;
        if (stage.triesPutAway()) {
            Command.ForgetTries forget = new Command.ForgetTries();
            kept = forget.of(before);
            did.add(forget);
        }
    }

    Room room() {
        return room;
    }

    /**
     * Adds what somebody does; what cannot be done after all, and what was done already, is only answered.
     *
     * @param id by which it is known that it was done already; null if nobody asks again
     */
    void take(Command.Keeping command, UUID id, Change change, CompletableFuture<Kept> done) {
        if (id != null && (ids.contains(id) || earlier.contains(id) || room.wasDone(id))) {
            Kept now = kept;
            answers.add(() -> done.complete(now));
            return;
        }
        try {
            Change.Next next = room.consider(change, kept);
            kept = next.kept();
            did.add(command);
            if (id != null) {
                ids.add(id);
            }
            topics.add(command.topic());
            then.add(next.shown());
            answers.add(() -> done.complete(next.kept()));
        } catch (ClassroomException refused) {
            answers.add(() -> done.completeExceptionally(refused));
        }
    }

    /**
     * Writes what it changes.
     *
     * @throws LeadLost if another server leads the room by now, or it is deleted
     */
    void write() {
        RoomRecords.write(room, stage, before, kept, store);
        ids.forEach(id -> store.leads().done(room.code(), id));
    }

    /**
     * Has it seen, once it is on disk.
     *
     * @return whether the room's scene is on disk too, as it is now
     */
    boolean publish() {
        if (stage.unwritten()) {
            topics.add(Topic.BOARD);
        }
        return room.publish(stage, kept, did, ids, then, topics);
    }

    /** To who waits. */
    List<Runnable> answers() {
        return answers;
    }
}
