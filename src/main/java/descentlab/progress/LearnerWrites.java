package descentlab.progress;

import descentlab.database.DatabaseState;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes of learners: one after the other for each, on disk when they return, and refused in words for people. */
final class LearnerWrites {

    private static final Logger LOG = LoggerFactory.getLogger(LearnerWrites.class);

    private final ProgressStore store;
    private final TransactionTemplate transaction;

    LearnerWrites(ProgressStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Writes of a learner, who is known from then on; one who was forgotten begins anew.
     *
     * @throws NotKeptException if nothing was written
     */
    <T> T of(String learner, Supplier<T> work) {
        return written(() -> {
            ensure(learner);
            return transaction.execute(status -> {
                store.lock(learner);
                if (store.deleteForgotten(learner)) {
                    store.insert(learner, Instant.now()); // who goes on after all begins anew
                }
                return work.get();
            });
        });
    }

    /** All or nothing of it. */
    <T> T together(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** In a transaction of its own, as PostgreSQL goes on with none in which an insert failed. */
    private void ensure(String learner) {
        if (!store.knows(learner)) {
            try {
                transaction.executeWithoutResult(status -> store.insert(learner, Instant.now()));
            } catch (DuplicateKeyException anotherTab) {
                // was faster
            }
        }
    }

    /** What the database says to its own failures is no word for people. */
    static <T> T written(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException failed) {
            if (!DatabaseState.isTold(failed)) {
                LOG.error("What a learner did could not be kept", failed);
            }
            throw new NotKeptException(failed);
        }
    }
}
