package descentlab.load;

import descentlab.progress.LocalPostgres;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of its own, and what is counted of it. */
final class Database implements AutoCloseable {

    static final String COMPUTING = "computing of PostgreSQL";
    static final String COMMITS = "commits of PostgreSQL";
    static final String SYNCS = "times that PostgreSQL made its log durable";
    static final String LOG = "bytes of PostgreSQL's log";

    private final LocalPostgres postgres;
    private final ProcessHandle main;

    Database() throws Exception {
        this(LocalPostgres.start().orElseThrow(() -> new IllegalStateException("PostgreSQL is not installed.")));
    }

    /** @param postgres that runs, and is closed by this */
    Database(LocalPostgres postgres) {
        this.postgres = postgres;
        main = ProcessHandle.of(Long.parseLong(postgres.ask("select pg_read_file('postmaster.pid')").lines().findFirst().orElseThrow()))
                .orElseThrow();
    }

    String url() {
        return postgres.url();
    }

    Map<String, Double> counts() {
        return Map.of(
                COMPUTING, computed(),
                COMMITS, number("select sum(xact_commit) from pg_stat_database"),
                SYNCS, number("select wal_sync from pg_stat_wal"),
                LOG, number("select wal_bytes from pg_stat_wal"));
    }

    private double number(String question) {
        return Double.parseDouble(postgres.ask(question));
    }

    /** In seconds, of all its processes that live. */
    private double computed() {
        return Stream.concat(Stream.of(main), main.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    @Override
    public void close() throws Exception {
        postgres.close();
    }
}
