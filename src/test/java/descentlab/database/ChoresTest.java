package descentlab.database;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.progress.LocalPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A chore is one server's at a time, by the database. */
class ChoresTest {

    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path home;

    @Test
    void inAFile() throws Exception {
        isOnes(new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("chores") + ";DB_CLOSE_DELAY=-1"));
    }

    @Test
    void inPostgres() throws Exception {
        isOnes(new DriverManagerDataSource(LocalPostgres.database()));
    }

    private static Chores server(DataSource source) {
        return new Chores(JdbcClient.create(source), new JdbcTransactionManager(source));
    }

    private static void isOnes(DataSource source) throws Exception {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        Chores one = server(source);
        Chores other = server(source);
        assertThat(one.mine("rooms", LONG)).isTrue();
        assertThat(other.mine("rooms", LONG)).isFalse();
        assertThat(one.mine("rooms", LONG)).as("also of whose it is").isFalse();
        assertThat(other.mine("links", LONG)).as("another chore").isTrue();

        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("update chore set claimed_until = current_timestamp - interval '1' second where name = 'rooms'").update();
        assertThat(other.mine("rooms", LONG)).isTrue();
        assertThat(one.mine("rooms", LONG)).isFalse();
        assertThat(jdbc.sql("select count(*) from chore where name = 'rooms'"
                                + " and claimed_until between current_timestamp + interval '59' minute"
                                + " and current_timestamp + interval '61' minute")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(one.mine("short", Duration.ZERO)).isTrue();
        assertThat(other.mine("short", Duration.ZERO)).isTrue();

        // Within what is taken back, a claim stays.
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status -> {
            assertThat(one.mine("kept", LONG)).isTrue();
            status.setRollbackOnly();
        });
        assertThat(other.mine("kept", LONG)).isFalse();

        for (String name : List.of("rooms", "never seen")) {
            jdbc.sql("update chore set claimed_until = current_timestamp - interval '1' second").update();
            assertThat(atOnce(source, name)).isEqualTo(1);
        }
    }

    /** How many of many servers have a chore that all want at once. */
    private static long atOnce(DataSource source, String name) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> servers = IntStream.range(0, 24)
                    .mapToObj(i -> (Callable<Boolean>) () -> server(source).mine(name, LONG))
                    .toList();
            return threads.invokeAll(servers).stream()
                    .filter(turn -> turn.resultNow())
                    .count();
        }
    }
}
