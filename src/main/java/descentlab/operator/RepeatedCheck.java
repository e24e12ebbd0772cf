package descentlab.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Looks at something again and again, in a platform thread of its own, and remembers what it saw last: who asks for its
 * health never waits for a disk or a database, and no crowd of virtual threads keeps it from looking. A look that does
 * not come back is itself a finding.
 */
final class RepeatedCheck implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedCheck.class);

    private record Seen(Health health, Instant when) {}

    private final String what;
    private final Duration pause;
    private final Duration patience;
    private final Supplier<Health> look;
    private volatile Seen seen;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean started;

    /**
     * @param what is looked at, for the log and the thread's name
     * @param pause between two looks
     * @param patience how old what was seen may be before it counts as down
     * @param look at it; may wait
     */
    RepeatedCheck(String what, Duration pause, Duration patience, Supplier<Health> look) {
        this.what = what;
        this.pause = pause;
        this.patience = patience;
        this.look = look;
    }

    /** Starts looking. */
    void start() {
        started = true;
        Thread.ofPlatform().name("watch-" + what).daemon().start(this::run);
    }

    private void run() {
        try {
            do {
                look();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks now; says in the log when it finds another state than before. */
    void look() {
        Health found;
        try {
            found = look.get();
        } catch (RuntimeException failed) {
            found = Health.down(failed).build();
        }
        Seen before = seen;
        seen = new Seen(found, Instant.now());
        boolean wasDown = before != null && isDown(before.health());
        if (isDown(found) && !wasDown) {
            LOG.error("Health: {} is down: {}", what, found.getDetails());
        } else if (wasDown && !isDown(found)) {
            LOG.info("Health: {} is up again", what);
        }
    }

    private static boolean isDown(Health health) {
        return health.getStatus().equals(Status.DOWN);
    }

    /** What was seen last; unknown before the first look has come back. */
    @Override
    public Health health() {
        Seen last = seen;
        if (last == null) {
            return Health.unknown().build();
        }
        if (started && last.when().plus(patience).isBefore(Instant.now())) {
            return Health.down()
                    .withDetail("reason", "the last look has not come back; the one before began at " + last.when())
                    .build();
        }
        return last.health();
    }

    /** Whether it is not known to be down. */
    boolean isUp() {
        return !isDown(health());
    }

    /** Ends it after the look that it takes: an interrupt in the middle of one would close H2's file. */
    @Override
    public void close() {
        closed.countDown();
    }
}
