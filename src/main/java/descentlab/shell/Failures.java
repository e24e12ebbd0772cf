package descentlab.shell;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what went wrong to the log, under a number that can be shown to people without saying more. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {
    }

    /** Logs the failure of {@code doing} and returns its number. */
    static String log(String doing, Throwable failure) {
        String number = "%08x".formatted(ThreadLocalRandom.current().nextInt());
        LOG.error("Failure {} while {}", number, doing, failure);
        return number;
    }
}
