package descentlab.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.progress.LocalPostgres;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What holds of kept files on both databases. */
class OwnDataStoreTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void onH2() {
        holds("jdbc:h2:mem:own-data;DB_CLOSE_DELAY=-1");
    }

    @Test
    void onPostgres() throws Exception {
        holds(LocalPostgres.database());
    }

    private static void holds(String url) {
        DriverManagerDataSource source = new DriverManagerDataSource(url);
        Flyway.configure().dataSource(source).load().migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        OwnDataStore store = new OwnDataStore(jdbc);
        Instant now = Instant.now();
        for (String learner : new String[] {"one", "other"}) {
            jdbc.sql("insert into learner (id, created) values (?, ?)").params(learner, Timestamp.from(now)).update();
        }
        // As good as incompressible, so that there are several pieces.
        byte[] content = new byte[1_700_000];
        new Random(1).nextBytes(content);
        store.insert(KEY, KEY + "0".repeat(24), content, now);
        assertThat(store.knows(KEY)).isTrue();
        assertThat(store.bytes(KEY)).as("nobody's").isEmpty();
        store.own("one", new OwnFile(KEY, "a.csv", content.length, now));
        store.own("one", new OwnFile(KEY, "b.csv", content.length, now));
        store.own("other", new OwnFile(KEY, "c.csv", content.length, now));
        assertThat(store.bytes(KEY)).contains(content.length);
        assertThat(store.all()).isEqualTo(content.length);
        assertThat(store.content(KEY, content.length)).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
        assertThat(store.of("one")).extracting(OwnFile::name).containsExactly("b.csv");
        // One who is about to be forgotten has nothing any more.
        jdbc.sql("update learner set forgotten = ? where id = 'other'").param(Timestamp.from(now)).update();
        assertThat(store.of("other")).isEmpty();
        assertThat(store.disown("one", KEY)).isTrue();
        assertThat(store.disown("one", KEY)).isFalse();
        assertThat(store.bytes(KEY)).isEmpty();
        jdbc.sql("delete from learner where id = 'other'").update();
        store.use(KEY, now.plus(Duration.ofHours(2)), now.plusSeconds(1));
        assertThat(store.sweep(now.minus(Duration.ofDays(30)), now.plus(Duration.ofHours(1)))).as("used since").isZero();
        assertThat(store.sweep(now.minus(Duration.ofDays(30)), now.plus(Duration.ofHours(3)))).isEqualTo(1);
        assertThat(store.content(KEY, content.length)).isEmpty();
    }
}
