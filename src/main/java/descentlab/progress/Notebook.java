package descentlab.progress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * The experiments that learners keep, {@value #MOST} each, forgotten with their {@link Progress}. Every change locks its
 * learner first; when a method returns, what it did is on disk. What reads throws {@link UnreadableException} if it
 * cannot.
 */
@Service
public class Notebook {

    /** Most experiments of a learner. */
    public static final int MOST = 100;

    /** An experiment that was deleted, with all that it takes to have it again. */
    public record Deleted(KeptExperiment experiment, Thumbnail thumbnail) {}

    private final NotebookStore store;
    private final LearnerWrites writes;

    Notebook(NotebookStore store, ProgressStore learners, PlatformTransactionManager transactions) {
        this.store = store;
        this.writes = new LearnerWrites(learners, transactions);
    }

    /** What a learner keeps, the newest first. */
    public List<KeptExperiment> of(LearnerToken learner) {
        return read(() -> store.of(learner.id()));
    }

    /** The picture of an experiment, if it is the learner's and has one. */
    public Thumbnail thumbnail(LearnerToken learner, UUID id) {
        return read(() -> store.thumbnail(learner.id(), id));
    }

    /**
     * Keeps an experiment by itself, in place of the one before if that came so too and is much the same. One that is kept
     * already stays what it is, and becomes the newest.
     *
     * @param same told of the experiment before; whether this one is to take its place
     * @throws NotebookFullException if there is no room
     * @throws NotKeptException if nothing was kept
     */
    public void record(
            LearnerToken learner, String page, String query, Thumbnail thumbnail, Predicate<KeptExperiment> same) {
        write(learner, kept -> {
            Optional<KeptExperiment> again = find(kept, page, query);
            if (again.isEmpty()) {
                kept.stream().findFirst().filter(last -> !last.cared() && same.test(last)).ifPresent(
                        last -> store.delete(learner.id(), last.id()));
            }
            KeptExperiment now = KeptExperiment.now(page, query, "", false, thumbnail);
            put(learner, again, now, thumbnail);
            return null;
        });
    }

    /**
     * Keeps an experiment by hand.
     *
     * @param name as typed; may be empty. One that is kept already under another name gets this one
     * @return the name it has now
     * @throws IllegalArgumentException with a sentence to be shown, if the name is too long
     * @throws NotebookFullException if there is no room
     * @throws NotKeptException if nothing was kept
     */
    public String keep(LearnerToken learner, String page, String query, String name, Thumbnail thumbnail) {
        KeptExperiment now = KeptExperiment.now(page, query, KeptExperiment.name(name), true, thumbnail);
        return write(learner, kept -> put(learner, find(kept, page, query), now, thumbnail));
    }

    /**
     * Gives an experiment another name, or none.
     *
     * @return whether it is there
     * @throws IllegalArgumentException with a sentence to be shown, if the name is too long
     * @throws NotKeptException if nothing was kept
     */
    public boolean rename(LearnerToken learner, UUID id, String typed) {
        String name = KeptExperiment.name(typed);
        return write(learner, kept -> store.rename(learner.id(), id, name));
    }

    /**
     * Keeps what a learner writes of an experiment, in place of what they wrote of it before.
     *
     * @return whether it is there
     * @throws IllegalArgumentException with a sentence to be shown, if the note is too long
     * @throws NotKeptException if nothing was kept
     */
    public boolean note(LearnerToken learner, UUID id, String typed) {
        String note = KeptExperiment.note(typed);
        return write(learner, kept -> store.note(learner.id(), id, note));
    }

    /**
     * Deletes an experiment.
     *
     * @return it, to be {@linkplain #restore restored}; empty if it is not there
     * @throws NotKeptException if nothing was deleted
     */
    public Optional<Deleted> delete(LearnerToken learner, UUID id) {
        return write(learner, kept -> store.find(learner.id(), id).map(experiment -> {
            Deleted deleted = new Deleted(experiment, store.thumbnail(learner.id(), id));
            store.delete(learner.id(), id);
            return deleted;
        }));
    }

    /**
     * Takes back that an experiment was deleted.
     *
     * @throws NotebookFullException if there is no room any more
     * @throws NotKeptException if it is not there again
     */
    public void restore(LearnerToken learner, Deleted deleted) {
        KeptExperiment experiment = deleted.experiment();
        write(learner, kept -> {
            if (find(kept, experiment.page(), experiment.query()).isEmpty()) {
                makeRoom(learner.id());
                store.insert(learner.id(), experiment, deleted.thumbnail());
            }
            return null;
        });
    }

    private <T> T write(LearnerToken learner, Function<List<KeptExperiment>, T> work) {
        return writes.of(learner.id(), () -> work.apply(store.of(learner.id())));
    }

    private static Optional<KeptExperiment> find(List<KeptExperiment> kept, String page, String query) {
        return kept.stream()
                .filter(each -> each.page().equals(page) && each.query().equals(query))
                .findFirst();
    }

    /** Puts an experiment on top; what is known of it from before stays. */
    private String put(
            LearnerToken learner, Optional<KeptExperiment> before, KeptExperiment now, Thumbnail thumbnail) {
        String id = learner.id();
        if (before.isEmpty()) {
            makeRoom(id);
            store.insert(id, now, thumbnail);
            return now.name();
        }
        KeptExperiment old = before.get();
        Thumbnail picture = thumbnail.isThere() ? thumbnail : store.thumbnail(id, old.id());
        KeptExperiment both = new KeptExperiment(
                old.id(),
                old.page(),
                old.query(),
                now.name().isEmpty() ? old.name() : now.name(),
                old.note(),
                old.pinned() || now.pinned(),
                picture.isThere(),
                now.kept());
        store.delete(id, old.id());
        store.insert(id, both, picture);
        return both.name();
    }

    /** The oldest that nobody cared for goes. */
    private void makeRoom(String learner) {
        List<KeptExperiment> kept = store.of(learner);
        if (kept.size() >= MOST) {
            KeptExperiment oldest = kept.reversed().stream()
                    .filter(each -> !each.cared())
                    .findFirst()
                    .orElseThrow(NotebookFullException::new);
            store.delete(learner, oldest.id());
        }
    }

    private static <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException failed) {
            throw new UnreadableException(failed);
        }
    }
}
