package descentlab.client;

import jakarta.servlet.ServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Who asks, as far as an address tells: a computer, or a school behind one. An IPv4 address counts whole, one of IPv6
 * by its first 64 bits, since whoever has one of these has all that begin alike. What a client may hold or ask for is
 * counted by {@link Counters}.
 *
 * @param value the address, or the network with its length, as text
 */
public record Client(String value) {

    private static final Client UNKNOWN = new Client("unknown");
    private static final int NETWORK_BYTES = 8;

    /** The client that a request comes from; behind proxies that are named, whom they say they speak for. */
    public static Client of(ServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The client of that address, as text. What is no address at all is one client, whatever it says. */
    public static Client of(String address) {
        try {
            return of(InetAddress.ofLiteral(withoutZone(address)));
        } catch (IllegalArgumentException | NullPointerException noAddress) {
            return UNKNOWN;
        }
    }

    /** The client of that address, such as a socket's. */
    public static Client of(InetAddress address) {
        if (address instanceof Inet6Address) {
            byte[] network = Arrays.copyOf(address.getAddress(), address.getAddress().length);
            Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
            return new Client(AddressBlock.text(network) + "/" + NETWORK_BYTES * Byte.SIZE);
        }
        return new Client(address.getHostAddress());
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    @Override
    public String toString() {
        return value;
    }
}
