package descentlab.classroom;

import descentlab.classroom.RoomStore.RoomRow;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads rooms from the disk, each as it was at one moment. */
final class RoomLoader {

    /**
     * A room on disk.
     *
     * @param row of the room itself
     * @param kept what is kept of it
     * @param done what was done lately of that which may be asked for again
     */
    record Loaded(RoomRow row, Kept kept, List<UUID> done) {

        long commits() {
            return row.commits();
        }
    }

    private final RoomStore store;
    private final RoomRuns runs;
    private final TransactionTemplate snapshot;

    /** @param snapshot a transaction that sees the database as it was at its beginning */
    RoomLoader(RoomStore store, RoomRuns runs, TransactionTemplate snapshot) {
        this.store = store;
        this.runs = runs;
        this.snapshot = snapshot;
    }

    Optional<Loaded> read(RoomCode code) {
        return snapshot.execute(status -> store.room(code)
                .map(row -> new Loaded(row, RoomRecords.kept(row, store), store.leads().doneLately(code))));
    }

    /** The room as it was when it was last written, which nobody leads yet. */
    Optional<Room> room(RoomCode code) {
        return read(code).map(loaded -> {
            RoomRow row = loaded.row();
            return new Room(
                    row.code(),
                    row.teacher(),
                    row.opened(),
                    row.used(),
                    Shown.of(RoomRuns.unseen(led(row), row.step()), row.following(), row.named()),
                    loaded.kept(),
                    loaded.commits());
        });
    }

    private static Experiment led(RoomRow row) {
        return Experiment.read(row.page(), EncodedQuery.read(row.query())).orThrow().opened();
    }

    /**
     * What a room shows whose lead begins: what was heard of its earlier lead, or else what was written, at the step it
     * showed. Its revision is later than any that it had before.
     */
    Shown shown(Room room, Loaded onDisk, Shown heard, long epoch) {
        RoomRow row = onDisk.row();
        boolean known = !heard.scene().run().isEmpty();
        Scene last = known ? heard.scene() : RoomRuns.unseen(led(row), row.step());
        boolean aside = known && heard.before().isPresent();
        boolean hidden = onDisk.kept().questionHidesRun() || onDisk.kept().task().isPresent() && !aside;
        Scene later = last.revised(epoch << Integer.SIZE);
        Scene scene = room.isShownAfter(onDisk.commits())
                ? runs.renewed(room.code(), later, hidden)
                : runs.show(room.code(), later, later.led(), hidden); // a question may hide now what was seen
        Kept kept = onDisk.kept();
        // How to join is shown until a class has begun.
        boolean begun = !kept.polls().isEmpty() || kept.task().isPresent() || !kept.tries().isEmpty();
        return (known ? heard : heard.following(row.following())
                        .named(row.named())
                        .lobby(!begun)
                        .countdown(row.countdown())
                        .visit(row.visit())).with(scene);
    }
}
