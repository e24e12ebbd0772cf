package descentlab.classroom.page;

import com.vaadin.flow.server.VaadinServletRequest;
import descentlab.classroom.RoomCode;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;

/**
 * Where students find a room: at the address under which the teacher sees the app; where that is this computer only,
 * at its address in the local network. {@code DESCENTLAB_URL} overrules both.
 */
final class RoomAddress {

    private static final String OVERRULED = System.getenv("DESCENTLAB_URL");

    private RoomAddress() {}

    /** The application's root, without a slash at its end. */
    static String root(VaadinServletRequest request) {
        if (OVERRULED != null && !OVERRULED.isBlank()) {
            return OVERRULED.strip().replaceAll("/+$", "");
        }
        URI seen = URI.create(request.getHttpServletRequest().getRequestURL().toString());
        String host = local(seen.getHost()) ? lan().orElse(seen.getHost()) : seen.getHost();
        return seen.getScheme() + "://" + host + (seen.getPort() < 0 ? "" : ":" + seen.getPort())
                + request.getContextPath();
    }

    static String of(VaadinServletRequest request, RoomCode code) {
        return root(request) + "/class/" + code.value();
    }

    private static boolean local(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static Optional<String> lan() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(device -> Collections.list(device.getInetAddresses()).stream())
                    .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst();
        } catch (SocketException unknown) {
            return Optional.empty();
        }
    }
}
