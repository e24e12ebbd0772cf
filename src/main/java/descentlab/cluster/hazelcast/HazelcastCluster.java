package descentlab.cluster.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import descentlab.cluster.Cluster;
import descentlab.cluster.Envelope;
import descentlab.cluster.Envelope.Kind;
import descentlab.cluster.Rendezvous;
import descentlab.cluster.Said;
import descentlab.cluster.Seal;
import descentlab.cluster.ServerId;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** How long this server waits at its end until what it said has arrived. */
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);

    /** A subject that nobody answers. */
    private static final String FAREWELL = "";

    private final ServerId self = ServerId.random();
    private final Seal seal;
    private final Dropped dropped = new Dropped(System::nanoTime);
    private final Said said = new Said();
    private final HazelcastInstance engine;

    /** Reads what comes, and looks who is there. */
    private final ExecutorService reader = Executors.newSingleThreadExecutor(thread("cluster-reader"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, thread("cluster-clock"));
    private final Questions questions = new Questions(clock);
    private final Neighbors neighbors = new Neighbors(self, this::post);
    private final Listeners listeners = new Listeners();
    private final Answerers answerers = new Answerers();
    private final Lookout lookout;

    /** What is told leaves in the order of its numbers. */
    private final ReentrantLock telling = new ReentrantLock();

    private long told;
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
            throw Engine.isTaken(failed) ? WrongCluster.taken(port, failed) : WrongCluster.failed(failed);
        }
        LOG.info("This server is {}", self);
        lookout = new Lookout(neighbors, () -> engine.getCluster().getMembers(), reader, clock, this::changed);
        engine.<Object>getTopic(Engine.inbox(self)).addMessageListener(new Inbox(seal, dropped, reader, this::read));
        engine.getCluster().addMembershipListener(new MembershipListener() {
            @Override
            public void memberAdded(MembershipEvent event) {
                lookout.soon();
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                lookout.soon();
            }
        });
        // The first who asks has the engine share out what there is to be owned.
        engine.getPartitionService().getPartition("").getOwner();
        lookout.start();
    }

    private static ThreadFactory thread(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    private void changed(Set<ServerId> others) {
        questions.failAll(server -> !server.equals(self) && !others.contains(server));
        listeners.changed(others);
    }

    /** @param done called once what came need no longer be kept */
    private void read(Envelope envelope, Runnable done) {
        switch (envelope.kind()) {
            case TOLD -> {
                listeners.told(envelope, done);
                return;
            }
            case GREETING, GREETED -> lookout.read(envelope);
            case QUESTION -> answerers.answer(envelope.subject(), envelope.body(), answer -> reply(envelope, answer));
            case ANSWER -> questions.answered(envelope.number(), envelope.sender(), envelope.body());
            case NO_ANSWER -> questions.fail(envelope.number(), envelope.sender(), " has no answer.");
        }
        done.run();
    }

    private void reply(Envelope question, byte[] answer) {
        Kind kind = answer == null ? Kind.NO_ANSWER : Kind.ANSWER;
        byte[] body = answer == null ? new byte[0] : answer;
        post(question.sender(), new Envelope(self, kind, question.number(), question.subject(), body));
    }

    /** Sends; what cannot be sent is lost. */
    private void post(ServerId server, Envelope envelope) {
        post(server, envelope, seal.close(envelope));
    }

    private void post(ServerId server, Envelope envelope, byte[] sealed) {
        try {
            engine.getTopic(Engine.inbox(server)).publish(sealed);
            said.add(envelope.kind(), envelope.subject(), sealed.length);
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
        if (isGone(server)) {
            return CompletableFuture.failedFuture(Questions.unanswered(server, " is not there."));
        }
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        long number = questions.ask(server, answer);
        if (server.equals(self)) {
            answerers.answer(subject, question.clone(), body -> answerMyself(number, body));
        } else {
            post(server, new Envelope(self, Kind.QUESTION, number, subject, question));
        }
        // Whoever went meanwhile may have been missed where all that it was asked was ended.
        if (isGone(server)) {
            questions.fail(number, server, " is gone.");
        }
        return answer;
    }

    private boolean isGone(ServerId server) {
        return closed || !server.equals(self) && !neighbors.servers().contains(server);
    }

    private void answerMyself(long question, byte[] answer) {
        if (answer == null) {
            questions.fail(question, self, " has no answer.");
        } else {
            questions.answered(question, self, answer.clone());
        }
    }

    @Override
    public void tell(String subject, byte[] message) {
        telling.lock();
        try {
            Envelope envelope = new Envelope(self, Kind.TOLD, ++told, subject, message);
            byte[] sealed = seal.close(envelope);
            neighbors.servers().forEach(server -> post(server, envelope, sealed));
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

    @Override
    public Said said() {
        return said;
    }

    @Override
    public long dropped() {
        return dropped.count();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        sayFarewell();
        closed = true;
        // At once: a member that is shut down hands over what it owns, and there is nothing of it.
        engine.getLifecycleService().terminate();
        stopThreads();
        questions.failAll(server -> true);
    }

    /** What comes back from a server follows all that was said to it before. */
    private void sayFarewell() {
        try {
            CompletableFuture.allOf(neighbors.servers().stream()
                            .map(server -> ask(server, FAREWELL, new byte[0]).exceptionally(answered -> null))
                            .toArray(CompletableFuture[]::new))
                    .get(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException lost) {
            // It may be.
        }
    }

    private void stopThreads() {
        clock.shutdownNow();
        reader.shutdown();
        listeners.close();
    }
}
