package descentlab.cluster.hazelcast;

import descentlab.cluster.Seal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key by which servers know each other: whoever may read the lab's database has it, and nobody else. */
final class ClusterKey {

    /** What the database has; the first server of a lab writes it. */
    static Seal read(JdbcClient jdbc) {
        return written(jdbc).orElseGet(() -> {
            byte[] random = new byte[Seal.KEY_BYTES];
            new SecureRandom().nextBytes(random);
            try {
                jdbc.sql("insert into cluster_key (only_one, secret) values (1, ?)")
                        .param(HexFormat.of().formatHex(random))
                        .update();
            } catch (DuplicateKeyException anotherServer) {
                // was faster: its key counts
            }
            return written(jdbc).orElseThrow();
        });
    }

    private static Optional<Seal> written(JdbcClient jdbc) {
        return jdbc.sql("select secret from cluster_key")
                .query(String.class)
                .optional()
                .map(secret -> new Seal(HexFormat.of().parseHex(secret)));
    }

    private ClusterKey() {}
}
