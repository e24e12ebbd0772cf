package descentlab.cluster.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import descentlab.cluster.Cluster;
import descentlab.cluster.ClusterContract;
import descentlab.cluster.Envelope;
import descentlab.cluster.Envelope.Kind;
import descentlab.cluster.Seal;
import descentlab.cluster.ServerId;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HazelcastClusterTest extends ClusterContract {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Seal SEAL = seal(1);

    private final List<Place> places = new CopyOnWriteArrayList<>();

    /** Shows that somebody made one of what came. */
    private static final class Trap implements Serializable {

        private static final AtomicBoolean SPRUNG = new AtomicBoolean();

        private void readObject(ObjectInputStream in) {
            SPRUNG.set(true);
        }
    }

    private static Seal seal(int seed) {
        byte[] key = new byte[Seal.KEY_BYTES];
        new Random(seed).nextBytes(key);
        return new Seal(key);
    }

    private static Place free() {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return new Place(HERE.getHostAddress(), socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HazelcastCluster join(Place own, List<Place> places, Seal seal, String name) {
        return new HazelcastCluster(Optional.of(HERE), own.port(), () -> places, seal, name);
    }

    private static String name(Seal seal) {
        return seal.nameFor("cluster");
    }

    @Override
    protected Cluster join() {
        Place own = free();
        places.add(own);
        return HazelcastCluster.join(Optional.of(HERE), own.port(), () -> places, SEAL);
    }

    /** Of the engine's, as somebody may have it who has got into the network, but not the key. */
    private HazelcastInstance member(ServerId claimed) {
        return Hazelcast.newHazelcastInstance(
                Engine.config(name(SEAL), claimed, Optional.of(HERE), free().port(), () -> places));
    }

    @BeforeEach
    void setTrap() {
        Trap.SPRUNG.set(false);
    }

    private long dropped() {
        return ((HazelcastCluster) one()).dropped();
    }

    @Test
    void whatIsNotSealedIsDroppedUnread() {
        List<String> heard = new CopyOnWriteArrayList<>();
        one().hear("foreign", (from, message) -> heard.add(new String(message)));
        HazelcastInstance foreign = member(ServerId.random());
        try {
            Envelope told = new Envelope(ServerId.random(), Kind.TOLD, 1, "foreign", bytes("forged"));
            byte[] anotherVersion = SEAL.close(told);
            anotherVersion[0] = 2;
            byte[] changed = SEAL.close(told);
            changed[changed.length - 1]++;
            List<Object> all = List.of(
                    new byte[0], bytes("x".repeat(200)), anotherVersion, changed, seal(2).close(told), "text", new Trap());
            long before = dropped();
            var inbox = foreign.getTopic(Engine.inbox(one().self()));
            all.forEach(inbox::publish);
            inbox.publish(SEAL.close(new Envelope(told.sender(), Kind.TOLD, 2, "foreign", bytes("true"))));
            await(() -> !heard.isEmpty());
            assertThat(heard).containsExactly("true");
            assertThat(dropped() - before).isEqualTo(all.size());
            assertThat(Trap.SPRUNG).isFalse();
        } finally {
            foreign.getLifecycleService().terminate();
        }
    }

    @Test
    void theEngineMakesNoForeignObjects() throws Exception {
        CompletableFuture<Object> read = new CompletableFuture<>();
        HazelcastInstance from = member(ServerId.random());
        HazelcastInstance to = member(ServerId.random());
        try {
            to.getTopic("any").addMessageListener(message -> read.completeAsync(message::getMessageObject));
            from.getTopic("any").publish(new Trap());
            assertThatThrownBy(() -> read.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(HazelcastSerializationException.class)
                    .rootCause()
                    .isInstanceOf(SecurityException.class);
            assertThat(Trap.SPRUNG).isFalse();
        } finally {
            from.getLifecycleService().terminate();
            to.getLifecycleService().terminate();
        }
    }

    @Test
    void whoeverHasNotTheKeyIsNoServer() {
        long before = dropped();
        try (Cluster stranger = join(free(), places, seal(2), name(SEAL))) {
            assertThat(stranger.servers()).containsExactly(stranger.self());
            await(() -> dropped() > before);
            assertThat(servers).allSatisfy(server -> assertThat(server.servers()).hasSize(3));
            assertUnanswered(one().ask(stranger.self(), "echo", bytes("x")));
        }
    }

    @Test
    void nobodyTakesAnothersPlace() {
        two().answer("place", ClusterContract::echo);
        HazelcastInstance foreign = member(two().self());
        try {
            assertThat(servers).allSatisfy(server -> assertThat(server.servers()).hasSize(3));
            assertThat(one().ask(two().self(), "place", bytes("x"))).succeedsWithin(5, TimeUnit.SECONDS);
        } finally {
            foreign.getLifecycleService().terminate();
        }
        await(() -> one().servers().contains(two().self()));
    }

    @Test
    void twoLabsOnOneNetworkDoNotMeet() {
        Seal another = seal(3);
        try (Cluster other = join(free(), places, another, name(another))) {
            assertThat(other.servers()).containsExactly(other.self());
            assertThat(servers).allSatisfy(server -> assertThat(server.servers()).hasSize(3));
        }
    }

    @Test
    void aSplitIsHealed() throws Exception {
        Place here = free();
        Place there = free();
        List<Place> known = new CopyOnWriteArrayList<>();
        Seal seal = seal(4);
        try (Cluster left = join(here, known, seal, name(seal));
                Cluster right = join(there, known, seal, name(seal))) {
            ServerId a = left.self();
            ServerId b = right.self();
            assertThat(left.servers()).containsExactly(a);
            List<String> heard = new CopyOnWriteArrayList<>();
            right.hear("split", (from, message) -> heard.add(new String(message)));
            right.answer("echo", ClusterContract::echo);
            known.addAll(List.of(here, there));
            await(Duration.ofSeconds(15), () -> left.servers().size() == 2 && right.servers().size() == 2);
            assertThat(left.servers()).containsExactlyInAnyOrder(a, b);
            assertThat(right.servers()).containsExactlyInAnyOrder(a, b);
            left.tell("split", bytes("x"));
            await(() -> heard.equals(List.of("x")));
            assertThat(answer(left.ask(b, "echo", bytes("x")))).isEqualTo("x!");
            await(() -> left.ownerOf("name").equals(right.ownerOf("name")));
        }
    }

    @Test
    void aPortThatIsInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, HERE)) {
            assertThatThrownBy(() -> join(
                            new Place(HERE.getHostAddress(), taken.getLocalPort()), List.of(), SEAL, name(SEAL)))
                    .isInstanceOf(WrongCluster.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }
}
