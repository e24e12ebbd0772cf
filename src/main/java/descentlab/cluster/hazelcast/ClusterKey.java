package descentlab.cluster.hazelcast;

import descentlab.cluster.Seal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** The key by which servers know each other: whoever may read the lab's database has it, and nobody else. */
final class ClusterKey {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterKey.class);

    private static final String SECRET = "select secret from cluster_key";

    /** How often, and for how many seconds each, a server waits while others join: less than the pool's socket timeout. */
    private static final int WAITS = 4;

    private static final int LONGEST_WAIT = 8;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ClusterKey(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Has a server join the others by the key that the database has; the first server of a lab writes it. Servers that
     * start together join one after another, by the row's lock, since the engine takes many seconds to agree on which of
     * them came first.
     */
    <T> T join(Function<Seal, T> join) {
        writeFirst();
        AtomicReference<T> joined = new AtomicReference<>();
        for (int i = 0; i < WAITS && joined.get() == null; i++) {
            try {
                transactions.executeWithoutResult(open -> joined.set(join.apply(seal(whenItsTurnHasCome()))));
            } catch (DataAccessException | TransactionException notYet) {
                LOG.info("Other servers join first; this one waits");
            }
        }
        return joined.get() != null
                ? joined.get()
                : join.apply(seal(jdbc.sql(SECRET).query(String.class).single()));
    }

    private String whenItsTurnHasCome() {
        return jdbc.sql(SECRET + " for update")
                .withQueryTimeout(LONGEST_WAIT)
                .query(String.class)
                .single();
    }

    private void writeFirst() {
        if (jdbc.sql(SECRET).query(String.class).optional().isPresent()) {
            return;
        }
        byte[] random = new byte[Seal.KEY_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            jdbc.sql("insert into cluster_key (only_one, secret) values (1, ?)")
                    .param(HexFormat.of().formatHex(random))
                    .update();
        } catch (DuplicateKeyException anotherServer) {
            // was faster: its key counts
        }
    }

    private static Seal seal(String secret) {
        return new Seal(HexFormat.of().parseHex(secret));
    }
}
