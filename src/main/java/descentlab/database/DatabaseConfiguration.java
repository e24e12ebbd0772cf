package descentlab.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens the database: an H2 file in the home folder, or whatever a URL names. */
@Configuration
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    /**
     * WRITE_DELAY: a commit waits for the file, so that what was acknowledged survives a kill. TRACE_LEVEL_FILE: what
     * fails is in our log, and in no file of H2's that fills the disk.
     */
    private static final String FILE =
            "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;TRACE_LEVEL_FILE=0";

    private static final String NAME = "progress";
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    @Bean
    DatabaseState state() {
        return new DatabaseState(InstantSource.system());
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(
            @Value("${descentlab.home}") Path home,
            @Value("${descentlab.database.url}") String url,
            @Value("${descentlab.database.user}") String user,
            @Value("${descentlab.database.password}") String password,
            @Value("${descentlab.database.wait:60}") int seconds,
            DatabaseState state) {
        return url.isBlank() ? ofFile(home.toAbsolutePath(), state) : ofUrl(url, user, password, seconds, state);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source, DatabaseState state) {
        return new WatchedTransactions(source, state);
    }

    private static DataSource ofFile(Path home, DatabaseState state) {
        Path file = home.resolve(NAME + ".mv.db");
        String url = FILE.formatted(home.resolve(NAME));
        try {
            OwnerOnly.keep(home, file);
            StartFailure.checkAccess(file);
            DriverManager.getConnection(url).close();
        } catch (IOException | SQLException refused) {
            throw StartFailure.ofFile(file, refused);
        }
        return bounded(new WatchedPool(url, "", "", state));
    }

    private static DataSource ofUrl(String url, String user, String password, int seconds, DatabaseState state) {
        WatchedPool pool = bounded(new WatchedPool(url, user, password, state));
        if (url.startsWith("jdbc:postgresql:")) {
            // Seconds, unless the URL says other: a server that is gone without a word is noticed.
            pool.addDataSourceProperty("connectTimeout", "3");
            pool.addDataSourceProperty("loginTimeout", "3");
            pool.addDataSourceProperty("socketTimeout", "10");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
        await(pool, Duration.ofSeconds(seconds));
        return pool;
    }

    /** Who asks for a connection has a page that waits. */
    private static WatchedPool bounded(WatchedPool pool) {
        pool.setConnectionTimeout(5_000);
        pool.setValidationTimeout(2_000);
        return pool;
    }

    /** A database often starts beside us, and takes longer. */
    private static void await(WatchedPool pool, Duration longest) {
        long begin = System.nanoTime();
        while (true) {
            try (Connection tried = pool.direct()) {
                return;
            } catch (SQLException refused) {
                Duration left = longest.minusNanos(System.nanoTime() - begin);
                if (!Failing.gone(refused) || !left.isPositive()) {
                    throw StartFailure.ofUrl(refused, longest);
                }
                LOG.info(
                        "Waiting for the database of DATABASE_URL, {} s more at most: {}",
                        left.toSeconds(),
                        refused.getMessage());
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database", stopped);
        }
    }
}
