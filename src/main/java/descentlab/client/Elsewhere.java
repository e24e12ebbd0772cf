package descentlab.client;

import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import descentlab.cluster.ServerId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * How many of something requesters hold on other servers. Each server tells all that is held there a moment after it
 * changed, and after servers came or went; what a server held that is gone counts no more. Of a requester the others know
 * a hash only, since the name may be a session's id.
 *
 * <p>Format: u8 version {@value #VERSION}; u16 holders, and of each its client and the hash of its name as
 * {@link DataOutputStream#writeUTF}, i32 count; big-endian.
 */
public final class Elsewhere {

    static final int VERSION = 1;

    /** Holders of one server. */
    static final int MOST = 1_000;

    private static final int LONGEST = 200;
    private static final int HASH = 16;

    /** A requester, without its name. */
    record Holder(Client client, String name) {

        static Holder of(Requester requester) {
            return new Holder(requester.client(), Secret.hash(requester.name()).substring(0, HASH));
        }
    }

    private final String subject;
    private final Cluster cluster;
    private final Soon soon;
    private final Map<Holder, Integer> here = new ConcurrentHashMap<>();
    private final Map<ServerId, Map<Holder, Integer>> others = new ConcurrentHashMap<>();

    /** @param subject what is held; one of its own for each */
    public Elsewhere(String subject, Cluster cluster) {
        this(subject, cluster, Soon.LATER);
    }

    /** @param later where the others are told from, after a moment */
    Elsewhere(String subject, Cluster cluster, Executor later) {
        this.subject = subject;
        this.cluster = cluster;
        this.soon = new Soon(() -> cluster.tell(subject, write(here)), later);
        if (cluster.isShared()) {
            cluster.hear(subject, this::hear);
            cluster.onChange(this::changed);
        }
    }

    /** Of a server that is alone. */
    public static Elsewhere nothing() {
        return new Elsewhere("", MemoryNetwork.alone());
    }

    /** Tells the others how many a requester holds here now. */
    public void holdsHere(Requester requester, int count) {
        if (cluster.isShared()) {
            here.compute(Holder.of(requester), (key, before) -> count == 0 ? null : count);
            soon.ask();
        }
    }

    /** How many a requester holds on the others. */
    public int of(Requester requester) {
        return cluster.isShared() ? sum(Holder.of(requester)::equals) : 0;
    }

    /** How many all requesters of a client hold on the others. */
    public int of(Client client) {
        return sum(holder -> holder.client().equals(client));
    }

    /** How many all hold on the others. */
    public int all() {
        return sum(holder -> true);
    }

    private int sum(Predicate<Holder> which) {
        if (others.isEmpty()) {
            return 0;
        }
        Set<ServerId> there = cluster.servers();
        return others.entrySet().stream()
                .filter(server -> there.contains(server.getKey()))
                .flatMap(server -> server.getValue().entrySet().stream())
                .filter(holder -> which.test(holder.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void changed() {
        others.keySet().retainAll(cluster.servers());
        soon.ask();
    }

    private void hear(ServerId from, byte[] message) {
        try {
            others.put(from, read(message));
        } catch (IllegalArgumentException ofAnotherVersion) {
            others.remove(from);
        }
    }

    static byte[] write(Map<Holder, Integer> holders) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Map<Holder, Integer> some = new HashMap<>();
            holders.entrySet().stream()
                    .filter(each -> each.getKey().client().value().length() <= LONGEST)
                    .limit(MOST)
                    .forEach(each -> some.put(each.getKey(), each.getValue()));
            out.writeByte(VERSION);
            out.writeShort(some.size());
            for (Map.Entry<Holder, Integer> each : some.entrySet()) {
                out.writeUTF(each.getKey().client().value());
                out.writeUTF(each.getKey().name());
                out.writeInt(each.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if it is none, or one of another version */
    static Map<Holder, Integer> read(byte[] message) {
        Map<Holder, Integer> holders = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(message))) {
            check(in.readUnsignedByte() == VERSION);
            int count = in.readUnsignedShort();
            check(count <= MOST);
            for (int i = 0; i < count; i++) {
                Holder holder = new Holder(new Client(in.readUTF()), in.readUTF());
                int held = in.readInt();
                check(holder.client().value().length() <= LONGEST && holder.name().length() == HASH);
                check(held > 0 && held <= MOST);
                check(holders.put(holder, held) == null);
            }
            check(in.read() < 0);
        } catch (IOException broken) {
            throw new IllegalArgumentException("not what servers tell of what is held", broken);
        }
        return holders;
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not what servers tell of what is held");
        }
    }
}
