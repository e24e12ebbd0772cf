package descentlab.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what happens in rooms to the database, in the order it happened. A whole class votes within a second, and a
 * commit waits for the disk: what has come while one waited goes into the next commit together.
 */
final class Scribe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final int MOST_TOGETHER = 500;

    private record Entry(Runnable write, CompletableFuture<Void> written) {}

    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final TransactionTemplate transaction;
    private final Thread writer;

    Scribe(TransactionTemplate transaction) {
        this.transaction = transaction;
        this.writer = Thread.ofPlatform().name("classroom-scribe").daemon().start(this::write);
    }

    /** Writes it; completes once it is on disk. */
    CompletableFuture<Void> note(Runnable write) {
        Entry entry = new Entry(write, new CompletableFuture<>());
        entries.add(entry);
        return entry.written();
    }

    /** Waits until that is on disk. */
    static void await(CompletableFuture<Void> written) {
        try {
            written.join();
        } catch (CompletionException failed) {
            throw new ClassroomException("The server could not keep that. Try again in a moment.");
        }
    }

    private void write() {
        List<Entry> together = new ArrayList<>();
        try {
            while (true) {
                together.clear();
                together.add(entries.take());
                entries.drainTo(together, MOST_TOGETHER - 1);
                commit(together);
            }
        } catch (InterruptedException closed) {
            entries.drainTo(together);
            commit(together);
        }
    }

    private void commit(List<Entry> together) {
        try {
            transaction.executeWithoutResult(status -> together.forEach(entry -> entry.write().run()));
            together.forEach(entry -> entry.written().complete(null));
        } catch (RuntimeException failed) {
            if (together.size() == 1) {
                LOG.error("What happened in a room could not be written", failed);
                together.getFirst().written().completeExceptionally(failed);
            } else {
                together.forEach(entry -> commit(List.of(entry))); // one of them is bad: find it
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        writer.interrupt();
        writer.join(5_000);
    }
}
