package descentlab.cluster.hazelcast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;

/** By which of this computer's addresses the other servers reach it. */
final class OwnAddress {

    /**
     * The address that is set; else one that the list of servers names, or the one from which they are reached. Where
     * none of this says one, as before any server's name is known, there is none.
     */
    static Optional<InetAddress> of(ClusterSettings settings) {
        if (settings.own().isPresent()) {
            Place own = settings.own().get();
            return Optional.of(own.addresses().stream()
                    .filter(OwnAddress::isHere)
                    .findFirst()
                    .orElseThrow(() -> WrongCluster.elsewhere(own)));
        }
        List<InetAddress> named = settings.servers().stream()
                .flatMap(place -> place.addresses().stream())
                .toList();
        return named.stream()
                .filter(OwnAddress::isHere)
                .findFirst()
                .or(() -> named.stream().flatMap(there -> towards(there).stream()).findFirst());
    }

    private static boolean isHere(InetAddress address) {
        try {
            // All of 127.0.0.0/8 is here, though interfaces name one address of it.
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** A datagram's socket says by which address it would be sent; none is. */
    private static Optional<InetAddress> towards(InetAddress there) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(there, Place.USUAL_PORT));
            InetAddress here = socket.getLocalAddress();
            return here.isAnyLocalAddress() ? Optional.empty() : Optional.of(here);
        } catch (IOException | UncheckedIOException unreachable) {
            return Optional.empty();
        }
    }

    private OwnAddress() {}
}
