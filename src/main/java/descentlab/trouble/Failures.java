package descentlab.trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Writes what went wrong to the log, under a number that can be shown to people without saying more. What goes wrong
 * again in the same way is counted under the number it has, and told once a minute at most: a failure of every request
 * fills no disk.
 */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** What has not come again for so long is told in full. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private static final int MOST = 200;
    private static final Failures ALL = new Failures(InstantSource.system());

    private static final class Known {

        final String number = "%08x".formatted(ThreadLocalRandom.current().nextInt());
        Instant told;
        Instant last;
        int untold;
    }

    private final InstantSource clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    Failures(InstantSource clock) {
        this.clock = clock;
    }

    /** Logs the failure of {@code doing} and returns its number. */
    public static String log(String doing, Throwable failure) {
        return ALL.note(doing, failure);
    }

    /** The same for a failure that has been logged where it happened: adds the number only. */
    public static String logAgain(String doing, Throwable failure) {
        return ALL.note(doing, failure, true);
    }

    /** Whether something failed because who had asked did not wait for the answer: no failure of ours, and nobody to tell. */
    public static boolean isNobodyThere(Throwable failure) {
        return isOf(failure, ClientAbortException.class) || isOf(failure, AsyncRequestNotUsableException.class);
    }

    /** Whether it is of that kind, or something that led to it is. */
    public static boolean isOf(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    String note(String doing, Throwable failure) {
        return note(doing, failure, false);
    }

    private synchronized String note(String doing, Throwable failure, boolean logged) {
        Instant now = clock.instant();
        String kind = kind(failure);
        Known same = known.get(kind);
        if (same == null || now.isAfter(same.last.plus(FORGOTTEN))) {
            same = new Known();
            same.told = now;
            known.put(kind, same);
            if (logged) {
                LOG.error("Failure {} while {}: {}, see above", same.number, doing, failure.getMessage());
            } else {
                LOG.error("Failure {} while {}", same.number, doing, failure);
            }
        } else {
            same.untold++;
            if (now.isAfter(same.told.plus(QUIET))) {
                LOG.error("Failure {} again, {} times; last while {}", same.number, same.untold, doing);
                same.told = now;
                same.untold = 0;
            }
        }
        same.last = now;
        return same.number;
    }

    /** By what was thrown, where, down to the cause. */
    private static String kind(Throwable failure) {
        StringBuilder kind = new StringBuilder();
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 10; depth++, each = each.getCause()) {
            kind.append(each.getClass().getName());
            if (each.getStackTrace().length > 0) {
                kind.append('@').append(each.getStackTrace()[0]);
            }
            kind.append(' ');
        }
        return kind.toString();
    }
}
