package descentlab.cluster.hazelcast;

import com.hazelcast.cluster.Member;
import descentlab.cluster.Envelope;
import descentlab.cluster.Envelope.Kind;
import descentlab.cluster.ServerId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The other servers. A member of the engine's is one of them once it has returned a greeting: then it has the lab's key, and
 * what is said arrives, there and here. That a member is there says neither; what is said to it before is lost.
 *
 * <p>Called by one thread; what is asked of it, by any.
 */
final class Neighbors {

    /** Then one that returns no greeting is greeted only when somebody looks. */
    private static final long NEW = Duration.ofSeconds(5).toNanos();

    private static final class Neighbor {

        private final ServerId server;
        /** Nobody can return what it has not heard. */
        private final long greeting;
        private final long since = System.nanoTime();
        private boolean met;

        private Neighbor(ServerId server, long greeting) {
            this.server = server;
            this.greeting = greeting;
        }

        private boolean isNew() {
            return !met && System.nanoTime() - since < NEW;
        }
    }

    private final ServerId self;
    private final BiConsumer<ServerId, Envelope> post;
    private final SecureRandom random = new SecureRandom();
    /** By the number that the engine has for the member. */
    private final Map<UUID, Neighbor> all = new HashMap<>();

    private volatile Map<UUID, ServerId> met = Map.of();
    private volatile Set<ServerId> servers = Set.of();

    /** @param post sends what it is given */
    Neighbors(ServerId self, BiConsumer<ServerId, Envelope> post) {
        this.self = self;
        this.post = post;
    }

    /** All that were met and are there. */
    Set<ServerId> servers() {
        return servers;
    }

    /** Which server a member is, once it was met. */
    Optional<ServerId> of(Member member) {
        return Optional.ofNullable(met.get(member.getUuid()));
    }

    /**
     * Takes note of who is there now, and greets whoever was not met yet.
     *
     * @return whether somebody is new, and to be greeted again soon
     */
    boolean look(Collection<Member> members) {
        Set<UUID> there = new HashSet<>();
        for (Member member : members) {
            ServerId server = server(member);
            if (!member.localMember() && server != null && !server.equals(self)) {
                there.add(member.getUuid());
                all.computeIfAbsent(member.getUuid(), number -> new Neighbor(server, random.nextLong()));
            }
        }
        all.keySet().retainAll(there);
        note();
        all.values().stream().filter(each -> !each.met).forEach(this::greet);
        return all.values().stream().anyMatch(Neighbor::isNew);
    }

    /** Returns a greeting that is meant for this server. */
    void greeted(Envelope greeting) {
        if (self.equals(id(greeting.body()))) {
            post.accept(
                    greeting.sender(), new Envelope(self, Kind.GREETED, greeting.number(), "", bytes(greeting.sender())));
        }
    }

    /** Knows whoever returns a greeting. */
    void returned(Envelope answer) {
        all.values().stream()
                .filter(each -> each.server.equals(answer.sender()) && each.greeting == answer.number())
                .forEach(each -> each.met = true);
        note();
    }

    private void greet(Neighbor neighbor) {
        post.accept(
                neighbor.server, new Envelope(self, Kind.GREETING, neighbor.greeting, "", bytes(neighbor.server)));
    }

    private void note() {
        Map<UUID, ServerId> now = new HashMap<>();
        all.forEach((number, each) -> {
            if (each.met) {
                now.put(number, each.server);
            }
        });
        met = Map.copyOf(now);
        servers = Set.copyOf(now.values());
    }

    private static ServerId server(Member member) {
        try {
            return new ServerId(UUID.fromString(member.getAttribute(Engine.SERVER)));
        } catch (RuntimeException noneOfOurs) {
            return null;
        }
    }

    private static byte[] bytes(ServerId server) {
        return ByteBuffer.allocate(16)
                .putLong(server.value().getMostSignificantBits())
                .putLong(server.value().getLeastSignificantBits())
                .array();
    }

    private static ServerId id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length == 16 ? new ServerId(new UUID(buffer.getLong(), buffer.getLong())) : null;
    }
}
