package descentlab.database;

import java.time.Duration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done now and then, by one of the servers that share the database. Time is the database's. A claim is no lock:
 * whoever takes longer than it claimed may be joined by another, so that what is done must bear being done twice.
 */
@Component
public class Chores {

    private static final String END = "current_timestamp + cast(? as double precision) * interval '1' second";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Chores(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // A claim is to be seen by others at once.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Claims a chore for a time, unless it is claimed already; whether it is this server's turn. */
    public boolean mine(String name, Duration forThatLong) {
        double seconds = forThatLong.toMillis() / 1000.0;
        try {
            return transaction.execute(status -> jdbc.sql(
                                    "update chore set claimed_until = " + END + " where name = ? and claimed_until <= current_timestamp")
                                    .params(seconds, name)
                                    .update()
                            + jdbc.sql("insert into chore (name, claimed_until) select ?, " + END
                                            + " where not exists (select 1 from chore where name = ?)")
                                    .params(name, seconds, name)
                                    .update()
                    > 0);
        } catch (DuplicateKeyException another) {
            return false; // claimed it for the first time just now
        }
    }
}
