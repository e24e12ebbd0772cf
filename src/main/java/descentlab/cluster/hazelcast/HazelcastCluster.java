package descentlab.cluster.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import descentlab.cluster.Cluster;
import descentlab.cluster.Envelope;
import descentlab.cluster.Envelope.Kind;
import descentlab.cluster.Rendezvous;
import descentlab.cluster.Seal;
import descentlab.cluster.ServerId;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of several servers. Each has an inbox, a topic of the engine's, where it hears what is told, asked and answered; what
 * one server says arrives there in its order.
 */
final class HazelcastCluster implements Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(HazelcastCluster.class);

    /** A member hears nothing until the engine has told all others of its inbox. */
    private static final Duration BETWEEN_GREETINGS = Duration.ofMillis(50);

    /** Whoever is there when this one comes is known by then. */
    private static final Duration LONGEST_GREETING = Duration.ofSeconds(2);

    private final ServerId self = ServerId.random();
    private final Seal seal;
    private final Dropped dropped = new Dropped(System::nanoTime);
    private final HazelcastInstance engine;

    /** Reads what comes, and looks who is there. */
    private final ExecutorService reader = Executors.newSingleThreadExecutor(thread("cluster-reader"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, thread("cluster-clock"));
    private final Questions questions = new Questions(clock);
    private final Neighbors neighbors = new Neighbors(self, this::post);
    private final Listeners listeners = new Listeners();
    private final Map<String, Function<byte[], CompletableFuture<byte[]>>> answerers = new ConcurrentHashMap<>();

    /** What is told leaves in the order of its numbers. */
    private final ReentrantLock telling = new ReentrantLock();
    private long told;

    /** Whether the reader is to greet somebody again. */
    private boolean greeting;
    private final CountDownLatch allGreeted = new CountDownLatch(1);

    private volatile boolean closed;

    /**
     * Starts a server, and looks for the others.
     *
     * @throws WrongCluster if it cannot
     */
    static HazelcastCluster join(ClusterSettings settings, Seal seal) {
        return join(OwnAddress.of(settings), settings.own().map(Place::port).orElse(Place.USUAL_PORT), settings::servers, seal);
    }

    /** @param places where others may be; looked at again and again */
    static HazelcastCluster join(Optional<InetAddress> own, int port, Supplier<List<Place>> places, Seal seal) {
        return new HazelcastCluster(own, port, places, seal, seal.nameFor("cluster"));
    }

    HazelcastCluster(Optional<InetAddress> own, int port, Supplier<List<Place>> places, Seal seal, String name) {
        this.seal = seal;
        clock.setRemoveOnCancelPolicy(true);
        try {
            engine = Hazelcast.newHazelcastInstance(Engine.config(name, self, own, port, places));
        } catch (RuntimeException failed) {
            stopThreads();
            throw isTaken(failed) ? WrongCluster.taken(port, failed) : WrongCluster.failed(failed);
        }
        engine.<Object>getTopic(Engine.inbox(self)).addMessageListener(new Inbox(seal, dropped, reader, this::read));
        engine.getCluster().addMembershipListener(new MembershipListener() {
            @Override
            public void memberAdded(MembershipEvent event) {
                lookSoon();
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                lookSoon();
            }
        });
        // Those that are there already; and after a split, of whose end not everybody gets word.
        clock.scheduleWithFixedDelay(this::lookSoon, 0, 1, TimeUnit.SECONDS);
        // The first who asks has the engine share out what there is to be owned.
        engine.getPartitionService().getPartition("").getOwner();
        awaitGreetings();
    }

    private static boolean isTaken(Throwable failed) {
        return failed != null
                && (failed instanceof BindException
                        || failed instanceof HazelcastException && String.valueOf(failed.getMessage()).contains("already in use")
                        || isTaken(failed.getCause()));
    }

    private static ThreadFactory thread(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    private void awaitGreetings() {
        try {
            if (!allGreeted.await(LONGEST_GREETING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Not all of the other servers answer yet");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookSoon() {
        onReader(this::look);
    }

    private void look() {
        Set<ServerId> before = neighbors.servers();
        boolean again = neighbors.look(engine.getCluster().getMembers());
        tellOfChange(before);
        if (!again) {
            allGreeted.countDown();
        } else if (!greeting) {
            greeting = true;
            clock.schedule(() -> onReader(this::lookAgain), BETWEEN_GREETINGS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookAgain() {
        greeting = false;
        look();
    }

    private void onReader(Runnable what) {
        try {
            reader.execute(() -> {
                try {
                    what.run();
                } catch (HazelcastInstanceNotActiveException | RejectedExecutionException end) {
                    // closed, or about to be
                } catch (RuntimeException failed) {
                    LOG.error("What another server said could not be read", failed);
                }
            });
        } catch (RejectedExecutionException end) {
            // closed
        }
    }

    private void tellOfChange(Set<ServerId> before) {
        Set<ServerId> now = neighbors.servers();
        if (!now.equals(before)) {
            LOG.info("This server sees {} other {}", now.size(), now.size() == 1 ? "server" : "servers");
            questions.failAll(server -> !server.equals(self) && !now.contains(server));
            listeners.changed(now);
        }
    }

    private void read(Envelope envelope, Runnable done) {
        if (envelope.kind() == Kind.TOLD) {
            listeners.told(envelope, done);
            return;
        }
        done.run();
        switch (envelope.kind()) {
            case GREETING -> neighbors.greeted(envelope);
            case GREETED -> {
                Set<ServerId> before = neighbors.servers();
                neighbors.returned(envelope);
                tellOfChange(before);
            }
            case QUESTION -> answerTo(envelope);
            case ANSWER -> questions.answered(envelope.number(), envelope.sender(), envelope.body());
            default -> questions.fail(envelope.number(), envelope.sender(), " has no answer.");
        }
    }

    private void answerTo(Envelope question) {
        Thread.startVirtualThread(() -> answered(question.subject(), question.body())
                .whenComplete((body, failed) -> post(
                        question.sender(),
                        body == null
                                ? new Envelope(self, Kind.NO_ANSWER, question.number(), question.subject(), new byte[0])
                                : new Envelope(self, Kind.ANSWER, question.number(), question.subject(), body))));
    }

    /** This server's answer; fails, or is null, if it has none. */
    private CompletableFuture<byte[]> answered(String subject, byte[] question) {
        Function<byte[], CompletableFuture<byte[]>> answerer = answerers.get(subject);
        if (answerer == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<byte[]> answer;
        try {
            answer = answerer.apply(question);
        } catch (RuntimeException failed) {
            answer = CompletableFuture.failedFuture(failed);
        }
        return answer.whenComplete((body, failed) -> {
            if (failed != null) {
                LOG.warn("A question on {} could not be answered", subject, failed);
            }
        });
    }

    /** Sends; what cannot be sent is lost. */
    private void post(ServerId server, Envelope envelope) {
        post(server, seal.close(envelope));
    }

    private void post(ServerId server, byte[] sealed) {
        try {
            engine.getTopic(Engine.inbox(server)).publish(sealed);
        } catch (RuntimeException failed) {
            if (!closed) {
                LOG.warn("The server {} could not be told something: {}", server, failed.getMessage());
            }
        }
    }

    @Override
    public ServerId self() {
        return self;
    }

    @Override
    public Set<ServerId> servers() {
        Set<ServerId> all = new HashSet<>(neighbors.servers());
        all.add(self);
        return Set.copyOf(all);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /**
     * The engine's master shares names out, and tells the others; so they agree also where one sees more than another. What
     * it has not shared out yet, or not to a server, is the servers' own by a rule.
     */
    @Override
    public ServerId ownerOf(String name) {
        return owner(name).orElseGet(() -> Rendezvous.of(name, servers()).orElse(self));
    }

    private Optional<ServerId> owner(String name) {
        try {
            Member owner = engine.getPartitionService().getPartition(name).getOwner();
            return owner == null ? Optional.empty() : owner.localMember() ? Optional.of(self) : neighbors.of(owner);
        } catch (HazelcastInstanceNotActiveException end) {
            return Optional.empty();
        }
    }

    @Override
    public void answer(String subject, Function<byte[], CompletableFuture<byte[]>> answerer) {
        answerers.put(subject, answerer);
    }

    @Override
    public CompletableFuture<byte[]> ask(ServerId server, String subject, byte[] question) {
        if (closed || !server.equals(self) && !neighbors.servers().contains(server)) {
            return CompletableFuture.failedFuture(Questions.unanswered(server, " is not there."));
        }
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        long number = questions.ask(server, answer);
        if (server.equals(self)) {
            byte[] copy = question.clone();
            Thread.startVirtualThread(() -> answered(subject, copy).whenComplete((body, failed) -> {
                if (body == null) {
                    questions.fail(number, self, " has no answer.");
                } else {
                    questions.answered(number, self, body.clone());
                }
            }));
        } else {
            post(server, new Envelope(self, Kind.QUESTION, number, subject, question));
        }
        if (closed || !server.equals(self) && !neighbors.servers().contains(server)) {
            questions.fail(number, server, " is gone.");
        }
        return answer;
    }

    @Override
    public void tell(String subject, byte[] message) {
        telling.lock();
        try {
            byte[] sealed = seal.close(new Envelope(self, Kind.TOLD, ++told, subject, message));
            neighbors.servers().forEach(server -> post(server, sealed));
        } finally {
            telling.unlock();
        }
    }

    @Override
    public Runnable hear(String subject, BiConsumer<ServerId, byte[]> listener) {
        return listeners.hear(subject, listener);
    }

    @Override
    public Runnable onChange(Runnable listener) {
        return listeners.onChange(listener);
    }

    /** How many messages were not taken for another server's. */
    long dropped() {
        return dropped.count();
    }

    @Override
    public void close() {
        closed = true;
        // At once: its members would first hand over what they own, and there is nothing of it.
        engine.getLifecycleService().terminate();
        stopThreads();
        questions.failAll(server -> true);
    }

    private void stopThreads() {
        clock.shutdownNow();
        reader.shutdown();
        listeners.close();
    }
}
