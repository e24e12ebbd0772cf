package descentlab.classroom;

import com.zaxxer.hikari.HikariDataSource;
import descentlab.audit.Audit;
import descentlab.client.Counters;
import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import descentlab.database.FailingSource;
import descentlab.run.ComputePool;
import descentlab.run.RunService;
import descentlab.run.RunServices;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms with their database, runs and clock, and nothing else of the application. */
final class RoomsOnly implements AutoCloseable {

    private final HikariDataSource source;
    private final FailingSource away;
    private final Scribe scribe;
    private final ComputePool pool;
    private final Rooms rooms;
    private final List<Audit.Entry> noted = new CopyOnWriteArrayList<>();
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    private final Cluster cluster;
    private final RunService runs;

    private RoomsOnly(String url, Cluster cluster) {
        this.cluster = cluster;
        source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setMaximumPoolSize(4);
        away = new FailingSource(source);
        RoomStore store = new RoomStore(JdbcClient.create(away));
        scribe = new Scribe(store, new TransactionTemplate(new JdbcTransactionManager(away)));
        pool = RunServices.pool();
        runs = RunServices.on(pool, cluster);
        InstantSource clock = () -> Instant.now().plus(passed.get());
        rooms = new Rooms(
                cluster,
                store,
                scribe,
                new JdbcTransactionManager(away),
                new RoomRuns(runs),
                noted::add,
                Counters.inMemory(clock),
                clock);
    }

    static RoomsOnly start(Path home, String url) {
        return new RoomsOnly(url.isEmpty() ? Migrated.file(home) : Migrated.server(url), MemoryNetwork.alone());
    }

    /** One of several servers. */
    static RoomsOnly start(String url, Cluster cluster) {
        return new RoomsOnly(Migrated.server(url), cluster);
    }

    Cluster cluster() {
        return cluster;
    }

    RunService runs() {
        return runs;
    }

    /** As if it had been killed: others see it gone, and it does no more. */
    void kill() {
        rooms.stop();
        fail(FailingSource.Way.AWAY);
        cluster.close();
    }

    Rooms rooms() {
        return rooms;
    }

    /** What the audit log was told. */
    List<Audit.Entry> noted() {
        return noted;
    }

    /** Has the database fail. */
    void fail(FailingSource.Way way) {
        away.fail(way);
    }

    /** Lets time pass. */
    void pass(Duration time) {
        passed.updateAndGet(before -> before.plus(time));
    }

    @Override
    public void close() {
        rooms.close();
        try {
            scribe.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cluster.close();
        pool.close();
        source.close();
    }
}
