package descentlab.operator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Times each commit: how long what somebody does waits for the disk, or for the other database's. */
@Component
class CommitTimer implements TransactionExecutionListener {

    private final Timer kept;
    private final Timer failed;
    private final ThreadLocal<Long> begun = new ThreadLocal<>();

    CommitTimer(MeterRegistry registry, ConfigurableTransactionManager transactions) {
        transactions.addListener(this);
        kept = timer(registry, "kept");
        failed = timer(registry, "failed");
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("descentlab.commit")
                .description("Commits to the database")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        begun.set(System.nanoTime());
    }

    @Override
    public void afterCommit(TransactionExecution transaction, Throwable failure) {
        Long since = begun.get();
        begun.remove();
        if (since != null) {
            (failure == null ? kept : failed).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
        }
    }
}
