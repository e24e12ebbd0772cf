package descentlab.cluster.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import descentlab.cluster.Envelope;
import descentlab.cluster.Envelope.Kind;
import descentlab.cluster.ServerId;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks who is there, again and again, and tells of changes. */
final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    /** As when a split is healed, of which not everybody gets word. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Somebody new hears nothing until the engine has told all others of its inbox. */
    private static final Duration BETWEEN_GREETINGS = Duration.ofMillis(50);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Neighbors neighbors;
    private final Supplier<Collection<Member>> members;
    private final Executor reader;
    private final ScheduledExecutorService clock;
    private final Consumer<Set<ServerId>> changed;
    private final CountDownLatch allMet = new CountDownLatch(1);

    /** Whether somebody is to be greeted again soon; the reader's. */
    private boolean greeting;

    /**
     * @param members those that the engine sees
     * @param reader one thread, that of {@code neighbors}
     * @param changed is given all others after some came or went
     */
    Lookout(
            Neighbors neighbors,
            Supplier<Collection<Member>> members,
            Executor reader,
            ScheduledExecutorService clock,
            Consumer<Set<ServerId>> changed) {
        this.neighbors = neighbors;
        this.members = members;
        this.reader = reader;
        this.clock = clock;
        this.changed = changed;
    }

    /** Begins, and waits a little until those that are there already are known. */
    void start() {
        clock.scheduleWithFixedDelay(this::soon, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (!allMet.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Not all of the other servers return a greeting");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has the reader look. */
    void soon() {
        try {
            reader.execute(this::look);
        } catch (RejectedExecutionException end) {
            // closed
        }
    }

    /** Takes a greeting, or a returned one; called by the reader. */
    void read(Envelope greeting) {
        if (greeting.kind() == Kind.GREETING) {
            neighbors.greeted(greeting);
        } else {
            note(() -> neighbors.returned(greeting));
        }
    }

    private void look() {
        boolean[] again = new boolean[1];
        try {
            note(() -> again[0] = neighbors.look(members.get()));
            if (!again[0]) {
                allMet.countDown();
            } else if (!greeting) {
                clock.schedule(this::again, BETWEEN_GREETINGS.toMillis(), TimeUnit.MILLISECONDS);
                greeting = true;
            }
        } catch (HazelcastInstanceNotActiveException | RejectedExecutionException end) {
            // closed
        }
    }

    private void again() {
        try {
            reader.execute(() -> {
                greeting = false;
                look();
            });
        } catch (RejectedExecutionException end) {
            // closed
        }
    }

    private void note(Runnable what) {
        Set<ServerId> before = neighbors.servers();
        what.run();
        Set<ServerId> now = neighbors.servers();
        if (!now.equals(before)) {
            LOG.info("This server sees {} other {}", now.size(), now.size() == 1 ? "server" : "servers");
            changed.accept(now);
        }
    }
}
