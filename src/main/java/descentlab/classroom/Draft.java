package descentlab.classroom;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What a room becomes by one commit. */
final class Draft {

    private final Room room;
    private final RoomStore store;
    private final Room.Stage stage;
    private final Kept before;
    private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    private final List<Runnable> shown = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private Kept kept;

    /** Begins from what is on disk: that is known, unless a commit failed, which may yet have come there. */
    Draft(Room room, RoomStore store) {
        this.room = room;
        this.store = store;
        this.stage = room.stage();
        this.before = stage.unwritten() ? RoomRecords.kept(room.code(), store, room.kept()) : room.kept();
        this.kept = stage.triesPutAway() ? before.withoutTries() : before;
    }

    Room room() {
        return room;
    }

    /** Adds a change; one that cannot be done after all is only answered. */
    void take(Topic topic, Change change, CompletableFuture<Kept> done) {
        try {
            Change.Next next = room.consider(change, kept);
            kept = next.kept();
            topics.add(topic);
            shown.add(next.shown());
            answers.add(() -> done.complete(next.kept()));
        } catch (ClassroomException refused) {
            answers.add(() -> done.completeExceptionally(refused));
        }
    }

    /** Writes what it changes. */
    void write() {
        RoomRecords.write(room, stage, before, kept, store);
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
        return room.publish(stage, kept, shown, topics);
    }

    /** To who waits. */
    List<Runnable> answers() {
        return answers;
    }
}
