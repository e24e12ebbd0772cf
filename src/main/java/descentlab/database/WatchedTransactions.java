package descentlab.database;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Refuses to begin what would write while nothing can be written: H2 would close itself at each try. */
final class WatchedTransactions extends JdbcTransactionManager {

    private final transient DatabaseState state;

    WatchedTransactions(DataSource source, DatabaseState state) {
        super(source);
        this.state = state;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (!definition.isReadOnly() && state.refusesWriting()) {
            throw new CannotCreateTransactionException("The database takes nothing just now; it is being tried.");
        }
        super.doBegin(transaction, definition);
    }
}
