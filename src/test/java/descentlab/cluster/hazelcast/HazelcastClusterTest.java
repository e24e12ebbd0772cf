package descentlab.cluster.hazelcast;

import descentlab.cluster.Cluster;
import descentlab.cluster.ClusterContract;
import descentlab.cluster.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

class HazelcastClusterTest extends ClusterContract {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final List<Place> places = new CopyOnWriteArrayList<>();
    private final Seal seal = new Seal(key(1));

    static byte[] key(int seed) {
        byte[] key = new byte[Seal.KEY_BYTES];
        new Random(seed).nextBytes(key);
        return key;
    }

    static Place free() {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return new Place(HERE.getHostAddress(), socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Cluster join() {
        Place own = free();
        places.add(own);
        return HazelcastCluster.join(Optional.of(HERE), own.port(), () -> places, seal);
    }
}
