package descentlab.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The connections. The first that meets a database that is not well has it tried from then on, by one thread; meanwhile
 * nobody waits for it: who wants a connection is refused at once, unless what is kept can be read.
 *
 * <p>An H2 that could not write has closed itself, and stays so while a connection to it is open. It is opened anew: all
 * connections are closed first, none is given out until then.
 */
final class WatchedPool extends HikariDataSource {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration LAST_ONE = Duration.ofSeconds(3);

    private final DatabaseState state;
    private final boolean embedded;
    private final AtomicBoolean tried = new AtomicBoolean();

    WatchedPool(String url, String user, String password, DatabaseState state) {
        this.state = state;
        this.embedded = url.startsWith("jdbc:h2:");
        setJdbcUrl(url);
        setUsername(user);
        setPassword(password);
        setAllowPoolSuspension(true);
        setExceptionOverride(new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException error) {
                return seen(error) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
            }
        });
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (state.refusesReading()) {
            throw new SQLTransientConnectionException("The database is away; it is being tried.", "08001");
        }
        try {
            return super.getConnection();
        } catch (SQLException refused) {
            // Without a cause, all connections are in use, and no more is known.
            if (refused.getCause() instanceof SQLException cause) {
                seen(cause);
            }
            throw refused;
        }
    }

    private boolean seen(SQLException error) {
        if (!Failing.is(error)) {
            return false;
        }
        state.failed(error, Failing.mayBeRead(error));
        startTrying();
        return true;
    }

    private void startTrying() {
        if (tried.compareAndSet(false, true)) {
            Thread.ofVirtual().name("database-tries").start(this::tryUntilItWrites);
        }
    }

    private void tryUntilItWrites() {
        try {
            rest(true);
            while (!isClosed() && !tryOnce()) {
                rest(state.refusesReading());
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            rest(false);
            tried.set(false);
        }
        if (!isClosed() && state.trouble().isPresent()) {
            startTrying(); // somebody met another failure just before this thread ended
        }
    }

    /**
     * Has a pool that nobody is to use look for no connections of its own, or do so again: it waits longer from one failure to
     * the next, in the end for five seconds, in which the database may be back.
     */
    private void rest(boolean now) {
        if (embedded || isClosed()) {
            return;
        }
        if (now && state.refusesReading()) {
            getHikariPoolMXBean().suspendPool();
        } else {
            getHikariPoolMXBean().resumePool();
        }
    }

    private boolean tryOnce() throws InterruptedException {
        if (embedded) {
            getHikariPoolMXBean().suspendPool();
        }
        try {
            closeAll();
            try (Connection one = direct()) {
                Pulse.write(one);
                state.worked();
                return true;
            } catch (SQLException | RuntimeException again) {
                state.failed(again, readable());
                return false;
            }
        } finally {
            if (embedded) {
                getHikariPoolMXBean().resumePool();
            }
        }
    }

    /** Waits for those in use, which fail soon, as the database is closed. */
    private void closeAll() throws InterruptedException {
        long begin = System.nanoTime();
        do {
            getHikariPoolMXBean().softEvictConnections();
            Thread.sleep(20);
        } while (embedded
                && getHikariPoolMXBean().getTotalConnections() > 0
                && System.nanoTime() - begin < LAST_ONE.toNanos());
    }

    private boolean readable() {
        try (Connection one = direct()) {
            Pulse.read(one);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** A connection apart from the pool. */
    Connection direct() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(getDataSourceProperties());
        properties.put("user", getUsername());
        properties.put("password", getPassword());
        return DriverManager.getConnection(getJdbcUrl(), properties);
    }
}
