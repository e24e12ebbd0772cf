package descentlab.cluster.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import descentlab.cluster.Seal;
import descentlab.progress.LocalPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ClusterKeyTest {

    private static final int SERVERS = 4;

    private static void assertServersJoinByOneKeyInTurn(String url) throws Exception {
        List<HikariDataSource> sources = new ArrayList<>();
        try (ExecutorService starting = Executors.newCachedThreadPool()) {
            CyclicBarrier together = new CyclicBarrier(SERVERS);
            AtomicInteger joining = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            List<CompletableFuture<String>> keys = new ArrayList<>();
            for (int i = 0; i < SERVERS; i++) {
                HikariDataSource source = new HikariDataSource();
                source.setJdbcUrl(url);
                source.setMaximumPoolSize(2);
                sources.add(source);
                if (i == 0) {
                    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
                }
                ClusterKey key = new ClusterKey(
                        JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
                keys.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        return key.join(seal -> named(seal, joining, most));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }, starting));
            }
            assertThat(keys.stream().map(CompletableFuture::join).distinct()).hasSize(1);
            assertThat(most).hasValue(1);
        } finally {
            sources.forEach(HikariDataSource::close);
        }
    }

    private static String named(Seal seal, AtomicInteger joining, AtomicInteger most) {
        int now = joining.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        joining.decrementAndGet();
        return seal.nameFor("test");
    }

    @Test
    void serversOfAFileDatabaseWouldTakeTurnsToo() throws Exception {
        assertServersJoinByOneKeyInTurn("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000");
    }

    @Test
    void serversThatStartTogetherTakeTurns() throws Exception {
        assertServersJoinByOneKeyInTurn(LocalPostgres.database());
    }
}
