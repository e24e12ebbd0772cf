package descentlab.cluster.hazelcast;

import descentlab.cluster.Envelope;
import descentlab.cluster.ServerId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of something. All are called by one thread of theirs: one that waits holds up no questions and answers. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cluster-listeners").factory());
    private final Map<String, List<BiConsumer<ServerId, byte[]>>> bySubject = new ConcurrentHashMap<>();
    private final List<Runnable> ofChanges = new CopyOnWriteArrayList<>();

    /** The number of what each server told last. */
    private final Map<ServerId, Long> last = new ConcurrentHashMap<>();

    Runnable hear(String subject, BiConsumer<ServerId, byte[]> listener) {
        List<BiConsumer<ServerId, byte[]>> all =
                bySubject.computeIfAbsent(subject, each -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    Runnable onChange(Runnable listener) {
        ofChanges.add(listener);
        return () -> ofChanges.remove(listener);
    }

    /**
     * Hands on what was told, unless something later of the same server was.
     *
     * @param done called afterwards
     */
    void told(Envelope told, Runnable done) {
        Long before = last.get(told.sender());
        if (before != null && told.number() <= before) {
            done.run();
            return;
        }
        last.put(told.sender(), told.number());
        run(() -> {
            try {
                bySubject.getOrDefault(told.subject(), List.of())
                        .forEach(listener -> call(() -> listener.accept(told.sender(), told.body())));
            } finally {
                done.run();
            }
        });
    }

    void changed(Set<ServerId> servers) {
        last.keySet().retainAll(servers);
        run(() -> ofChanges.forEach(Listeners::call));
    }

    void close() {
        thread.shutdown();
    }

    private void run(Runnable what) {
        try {
            thread.execute(what);
        } catch (RejectedExecutionException end) {
            // closed: nobody wants to hear any more
        }
    }

    /** One that fails is no reason for others not to hear. */
    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failed) {
            LOG.error("What another server told could not be taken in", failed);
        }
    }
}
