package descentlab.database;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Whether the database takes what is written, as it was last seen. Failures are logged when they begin and when they
 * end, and counted between, so that a full disk is not filled further by telling of it.
 */
public final class DatabaseState {

    /** What people are told whose doing could not be kept. */
    public static final String NOT_KEPT = "The server could not keep that just now. Try again in a moment.";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseState.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    /**
     * What is the matter.
     *
     * @param since when it began
     * @param readable whether what is kept can still be read
     * @param cause in the database's words
     * @param refused how many tries to read or write failed since
     */
    public record Trouble(Instant since, boolean readable, String cause, long refused) {}

    private final InstantSource clock;
    private Trouble trouble;
    private Instant told = Instant.MIN;
    private Instant traced = Instant.MIN;

    DatabaseState(InstantSource clock) {
        this.clock = clock;
    }

    /** What is the matter, unless the last that was written is kept. */
    public synchronized Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether nothing can be written, nor read; counts that somebody was refused for that. */
    synchronized boolean refusesReading() {
        return trouble != null && !trouble.readable() && count();
    }

    /** Whether nothing can be written; counts that somebody was refused for that. */
    synchronized boolean refusesWriting() {
        return trouble != null && count();
    }

    private boolean count() {
        trouble = new Trouble(trouble.since(), trouble.readable(), trouble.cause(), trouble.refused() + 1);
        Instant now = clock.instant();
        if (now.isAfter(told.plus(QUIET))) {
            told = now;
            LOG.error(
                    "The database has taken nothing for {} s, {} tries failed: {}",
                    Duration.between(trouble.since(), now).toSeconds(),
                    trouble.refused(),
                    trouble.cause());
        }
        return true;
    }

    /**
     * Notes that something failed.
     *
     * @return whether that is news
     */
    synchronized boolean failed(Throwable failure, boolean readable) {
        if (trouble != null) {
            trouble = new Trouble(trouble.since(), readable, reason(failure), trouble.refused());
            return false;
        }
        Instant now = clock.instant();
        trouble = new Trouble(now, readable, reason(failure), 1);
        told = now;
        // One that comes and goes would else be traced each time.
        boolean trace = now.isAfter(traced.plus(QUIET));
        traced = trace ? now : traced;
        LOG.error(
                "The database takes nothing any more; it is tried until it does: {}",
                trouble.cause(),
                trace ? failure : null);
        return true;
    }

    /** Notes that something was written. */
    synchronized void worked() {
        if (trouble != null) {
            LOG.warn(
                    "The database takes what is written again, after {} s in which {} tries failed.",
                    Duration.between(trouble.since(), clock.instant()).toSeconds(),
                    trouble.refused());
            trouble = null;
        }
    }

    /** Whether a failure is one of the database itself, which has been told and needs no more words in the log. */
    public static boolean isTold(Throwable failure) {
        return failure != null
                && (failure instanceof SQLException error && Failing.is(error)
                        || failure instanceof CannotCreateTransactionException
                        || failure instanceof CannotGetJdbcConnectionException
                        || isTold(failure.getCause()));
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String said = deepest == failure
                ? failure.getMessage()
                : failure.getMessage() + " (" + deepest.getMessage() + ")";
        return said.replaceAll("\\s+", " ");
    }
}
