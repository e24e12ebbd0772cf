package descentlab.owndata;

import descentlab.dataset.CsvLayout;
import descentlab.dataset.DataException;
import descentlab.dataset.ShapedData;
import descentlab.dataset.Shaper;
import descentlab.dataset.Shaping;
import descentlab.dataset.Survey;
import descentlab.experiment.OwnTask;
import descentlab.run.OwnTables;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files while they are read and trained on: each once for all who train on it, shaped alike, and together no more than the
 * heap has room for. Reading is done by one thread that steps back behind all others, in the order it is asked for.
 */
final class Shelf implements OwnTables, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    /** Who waits for more files to be read is told to come again. */
    private static final int WAITING = 40;

    /** Columns and the table that is made of them. */
    private static final int COPIES = 2;

    private record Title(String key, Shaping shaping) {}

    /** A table, and how many hold it. */
    private static final class Table {
        private final CompletableFuture<ShapedData> data = new CompletableFuture<>();
        private int readers;
        private long bytes;
    }

    private final OwnData files;
    private final long room;
    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> Thread.ofPlatform().name("own-data").daemon().priority(Thread.MIN_PRIORITY).unstarted(work));
    private final Map<Title, Table> tables = new HashMap<>();
    private long taken;

    /** @param room bytes of all together; the first has twice of it if it needs to */
    Shelf(OwnData files, long room) {
        this.files = files;
        this.room = room;
    }

    /** Bytes that are taken now. */
    synchronized long taken() {
        return taken;
    }

    /**
     * Takes room, to be given back.
     *
     * @throws DataException if there is none
     */
    synchronized void take(long bytes) throws DataException {
        if (taken + bytes > room && !(taken == 0 && bytes <= 2 * room)) {
            throw new DataException(
                    DataException.FILE,
                    bytes + " bytes in memory",
                    "at most " + Math.max(0, room - taken) + " bytes now",
                    "The server has room for " + room / 1_000_000 + " MB of its users' data in memory at the"
                    + " same time, and " + taken / 1_000_000 + " MB are in use; this needs " + bytes / 1_000_000
                    + " MB. Try again in a moment, or with fewer rows or columns.");
        }
        taken += bytes;
    }

    synchronized void giveBack(long bytes) {
        taken -= bytes;
    }

    /** What is in some content, read through in turn. */
    CompletableFuture<Survey> survey(byte[] content, CsvLayout.Wish wish) {
        return inTurn(() -> Survey.of(content, wish));
    }

    /** What is in a file that is kept here. */
    CompletableFuture<Survey> survey(String key, CsvLayout.Wish wish) {
        return inTurn(() -> withContent(key, content -> Survey.of(content, wish)));
    }

    @Override
    public CompletableFuture<Lent> shaped(String key, Shaping shaping, ToLongFunction<ShapedData> working) {
        Title title = new Title(key, shaping);
        Table table;
        boolean first;
        synchronized (this) {
            table = tables.computeIfAbsent(title, any -> new Table());
            first = table.readers++ == 0;
        }
        if (first) {
            inTurn(() -> load(title, table)).whenComplete((data, failure) -> {
                if (failure == null) {
                    table.data.complete(data);
                } else {
                    table.data.completeExceptionally(failure);
                }
            });
        }
        return table.data.handle((data, failure) -> {
            if (failure != null) {
                leave(title, table);
                return CompletableFuture.<Lent>failedFuture(failure);
            }
            long beside = working.applyAsLong(data);
            try {
                take(beside);
            } catch (DataException full) {
                leave(title, table);
                return CompletableFuture.<Lent>failedFuture(full);
            }
            AtomicBoolean given = new AtomicBoolean();
            return CompletableFuture.completedFuture(new Lent(data, () -> {
                if (given.compareAndSet(false, true)) {
                    giveBack(beside);
                    leave(title, table);
                }
            }));
        }).thenCompose(lent -> lent);
    }

    /** One reader fewer; with the last one it goes. */
    private synchronized void leave(Title title, Table table) {
        if (--table.readers == 0) {
            tables.remove(title, table);
            taken -= table.bytes;
            table.bytes = 0;
        }
    }

    private ShapedData load(Title title, Table table) throws DataException {
        return withContent(title.key, content -> {
            Survey survey = Survey.of(content, title.shaping.wish());
            long cells = (long) survey.rows() * survey.columns().size();
            long most = COPIES * Double.BYTES * cells;
            take(most);
            long kept = 0;
            try {
                ShapedData data = Shaper.shape(content, survey, title.shaping);
                kept = data.table().bytes();
                synchronized (this) {
                    table.bytes = kept;
                }
                return data;
            } finally {
                giveBack(most - kept);
            }
        });
    }

    private interface Reading<T> {
        T read(byte[] content) throws DataException;
    }

    private <T> T withContent(String key, Reading<T> reading) throws DataException {
        int bytes = files.bytes(key).orElseThrow(() -> missing(key));
        take(bytes);
        try {
            return reading.read(files.content(key, bytes).orElseThrow(() -> missing(key)));
        } finally {
            giveBack(bytes);
        }
    }

    private static DataException missing(String key) {
        return new DataException(
                DataException.FILE,
                OwnTask.PREFIX + key,
                "data that is kept on this server",
                "The data that this link names is not on this server: it was given to another one, or"
                + " deleted, or not used for 30 days. Whoever has the file can give it here again; the link then finds it.");
    }

    private <T> CompletableFuture<T> inTurn(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            reader.execute(() -> {
                try {
                    result.complete(work.call());
                } catch (DataException refused) {
                    result.completeExceptionally(refused);
                } catch (Exception | OutOfMemoryError failed) {
                    LOG.error("Somebody's data could not be read", failed);
                    result.completeExceptionally(
                            new DataException(
                                    DataException.FILE,
                                    "what could not be read",
                                    "other data",
                                    "The data could not be read; the server's log says why."));
                }
            });
        } catch (RejectedExecutionException full) {
            result.completeExceptionally(
                    new DataException(
                            DataException.FILE,
                            "data while much is read",
                            "the same in a moment",
                            "Many give and read data just now. Try again in a moment."));
        }
        return result;
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
