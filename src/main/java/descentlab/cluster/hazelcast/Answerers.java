package descentlab.cluster.hazelcast;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who answers what this server is asked. */
final class Answerers {

    private static final Logger LOG = LoggerFactory.getLogger(Answerers.class);

    private final Map<String, Function<byte[], CompletableFuture<byte[]>>> bySubject = new ConcurrentHashMap<>();

    void put(String subject, Function<byte[], CompletableFuture<byte[]>> answerer) {
        bySubject.put(subject, answerer);
    }

    /**
     * Has a question answered on a thread of its own.
     *
     * @param reply is given the answer, or null where there is none
     */
    void answer(String subject, byte[] question, Consumer<byte[]> reply) {
        Thread.startVirtualThread(() -> answered(subject, question).whenComplete((body, failed) -> {
            if (failed != null) {
                LOG.warn("A question on {} could not be answered", subject, failed);
            }
            reply.accept(body);
        }));
    }

    private CompletableFuture<byte[]> answered(String subject, byte[] question) {
        Function<byte[], CompletableFuture<byte[]>> answerer = bySubject.get(subject);
        try {
            return answerer == null ? CompletableFuture.completedFuture(null) : answerer.apply(question);
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }
}
