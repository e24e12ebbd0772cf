package descentlab.cluster.hazelcast;

import descentlab.cluster.ServerId;
import descentlab.cluster.Unanswered;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What was asked and is not answered yet. Whoever waits for it goes on by a thread of its own. */
final class Questions {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One that waits. */
    private record Waiting(ServerId asked, CompletableFuture<byte[]> answer, Future<?> end) {}

    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    /** Begins anywhere, so that no other server's questions have the same. */
    private final AtomicLong number = new AtomicLong(new SecureRandom().nextLong());
    private final ScheduledExecutorService clock;

    Questions(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** A new question's number. */
    long ask(ServerId server, CompletableFuture<byte[]> answer) {
        long question = number.incrementAndGet();
        Future<?> end = clock.schedule(
                () -> fail(question, server, " did not answer in time."), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        waiting.put(question, new Waiting(server, answer, end));
        return question;
    }

    /** Only who was asked answers. */
    void answered(long question, ServerId server, byte[] body) {
        Waiting asked = taken(question, server);
        if (asked != null) {
            asked.answer().completeAsync(() -> body, Thread::startVirtualThread);
        }
    }

    /** @param words what follows the server in a sentence */
    void fail(long question, ServerId server, String words) {
        Waiting asked = taken(question, server);
        if (asked != null) {
            Thread.startVirtualThread(() -> asked.answer().completeExceptionally(unanswered(server, words)));
        }
    }

    /** Ends all that such servers were asked. */
    void failAll(Predicate<ServerId> gone) {
        waiting.forEach((question, asked) -> {
            if (gone.test(asked.asked())) {
                fail(question, asked.asked(), " is gone.");
            }
        });
    }

    static Unanswered unanswered(ServerId server, String words) {
        return new Unanswered("The server " + server + words);
    }

    private Waiting taken(long question, ServerId server) {
        Waiting asked = waiting.get(question);
        if (asked == null || !asked.asked().equals(server) || !waiting.remove(question, asked)) {
            return null;
        }
        asked.end().cancel(false);
        return asked;
    }
}
