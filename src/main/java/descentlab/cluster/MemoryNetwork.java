package descentlab.cluster;

import descentlab.cluster.Envelope.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Servers within one process. The network of a server that is alone, and of several in tests. */
public final class MemoryNetwork {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Two between which nothing passes. */
    private record Cut(ServerId one, ServerId other) {}

    private final Map<ServerId, Node> nodes = new ConcurrentHashMap<>();
    private final Set<Cut> cuts = ConcurrentHashMap.newKeySet();
    private final boolean shared;

    private MemoryNetwork(boolean shared) {
        this.shared = shared;
    }

    /** One server, and nobody else. */
    public static Cluster alone() {
        return new MemoryNetwork(false).join();
    }

    /** One that servers can join. */
    public static MemoryNetwork empty() {
        return new MemoryNetwork(true);
    }

    /** Adds a server. */
    public Cluster join() {
        Node node = new Node();
        nodes.put(node.self(), node);
        tellOfChange();
        return node;
    }

    /** Lets nothing pass between two servers any more: each sees the other gone. */
    public void cut(ServerId one, ServerId other) {
        cuts.add(new Cut(one, other));
        cuts.add(new Cut(other, one));
        tellOfChange();
    }

    /** Lets everything pass again. */
    public void heal() {
        cuts.clear();
        tellOfChange();
    }

    private void tellOfChange() {
        nodes.values().forEach(Node::changed);
    }

    private boolean passes(ServerId from, ServerId to) {
        return nodes.containsKey(from) && nodes.containsKey(to) && !cuts.contains(new Cut(from, to));
    }

    private final class Node implements Cluster {

        private final ServerId self = ServerId.random();
        private final Map<String, Function<byte[], CompletableFuture<byte[]>>> answerers = new ConcurrentHashMap<>();
        private final Map<String, List<BiConsumer<ServerId, byte[]>>> listeners = new ConcurrentHashMap<>();
        private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
        private final Map<CompletableFuture<byte[]>, ServerId> asked = new ConcurrentHashMap<>();
        private final Said said = new Said();
        /** What is told arrives in its order, by one thread, as it does from afar. */
        private final ExecutorService inbox =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name("told").factory());

        @Override
        public ServerId self() {
            return self;
        }

        @Override
        public Set<ServerId> servers() {
            Set<ServerId> seen = nodes.keySet().stream()
                    .filter(other -> passes(self, other))
                    .collect(Collectors.toCollection(HashSet::new));
            seen.add(self);
            return Set.copyOf(seen);
        }

        @Override
        public boolean isShared() {
            return shared;
        }

        @Override
        public ServerId ownerOf(String name) {
            return Rendezvous.of(name, servers()).orElse(self);
        }

        @Override
        public void answer(String subject, Function<byte[], CompletableFuture<byte[]>> answerer) {
            answerers.put(subject, answerer);
        }

        @Override
        public CompletableFuture<byte[]> ask(ServerId server, String subject, byte[] question) {
            Node other = nodes.get(server);
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            if (other == null || !passes(self, server) || !other.answerers.containsKey(subject)) {
                answer.completeExceptionally(new Unanswered("The server " + server + " is not there."));
                return answer;
            }
            byte[] copy = question.clone();
            says(Kind.QUESTION, other, subject, copy);
            asked.put(answer, server);
            answer.whenComplete((done, failed) -> asked.remove(answer));
            Thread.startVirtualThread(() -> {
                try {
                    other.answerers.get(subject).apply(copy).whenComplete((done, failed) -> {
                        if (done != null && passes(server, self)) {
                            other.says(Kind.ANSWER, this, subject, done);
                            answer.complete(done.clone());
                        } else {
                            answer.completeExceptionally(new Unanswered("The server " + server + " did not answer."));
                        }
                    });
                } catch (RuntimeException failed) {
                    answer.completeExceptionally(new Unanswered("The server " + server + " could not answer."));
                }
            });
            CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> answer.completeExceptionally(new Unanswered("The server " + server + " is slow.")));
            return answer;
        }

        @Override
        public void tell(String subject, byte[] message) {
            nodes.values().stream()
                    .filter(other -> other != this && passes(self, other.self))
                    .forEach(other -> {
                        says(Kind.TOLD, other, subject, message);
                        other.told(self, subject, message.clone());
                    });
        }

        private void says(Kind kind, Node other, String subject, byte[] body) {
            if (other != this) {
                said.add(kind, subject, body.length);
            }
        }

        private void told(ServerId from, String subject, byte[] message) {
            if (!inbox.isShutdown()) {
                listeners.getOrDefault(subject, List.of())
                        .forEach(listener -> inbox.execute(() -> listener.accept(from, message)));
            }
        }

        @Override
        public Runnable hear(String subject, BiConsumer<ServerId, byte[]> listener) {
            List<BiConsumer<ServerId, byte[]>> all =
                    listeners.computeIfAbsent(subject, each -> new CopyOnWriteArrayList<>());
            all.add(listener);
            return () -> all.remove(listener);
        }

        @Override
        public Runnable onChange(Runnable listener) {
            watchers.add(listener);
            return () -> watchers.remove(listener);
        }

        @Override
        public Said said() {
            return said;
        }

        private void changed() {
            asked.forEach((answer, server) -> {
                if (!passes(self, server)) {
                    answer.completeExceptionally(new Unanswered("The server " + server + " is gone."));
                }
            });
            watchers.forEach(Runnable::run);
        }

        @Override
        public void close() {
            nodes.remove(self);
            tellOfChange();
            changed();
            inbox.shutdown();
        }
    }
}
