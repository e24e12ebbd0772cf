package descentlab.classroom.page;

import com.vaadin.flow.server.VaadinServletRequest;
import descentlab.classroom.RoomCode;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where students find a room: at the address under which the teacher sees the app; where that is this computer only,
 * at its address in the local network. {@code DESCENTLAB_URL} overrules both.
 */
final class RoomAddress {

    private static final String OVERRULED = System.getenv("DESCENTLAB_URL");

    /** Where container engines leave a mark. */
    private static final List<Path> CONTAINER = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

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

    /**
     * What is to be said of an address that students could not open: of this computer alone, or of the inside of a container.
     *
     * @param seen under which the teacher sees the application
     */
    static Optional<String> warning(VaadinServletRequest seen) {
        String host = URI.create(root(seen)).getHost();
        if (local(host)) {
            return Optional.of("Students cannot open this address: on their devices it means themselves, and this computer is in no"
                    + " local network. Connect it to one, or set DESCENTLAB_URL to the address that they open.");
        }
        boolean guessed = (OVERRULED == null || OVERRULED.isBlank())
                && local(URI.create(seen.getHttpServletRequest().getRequestURL().toString()).getHost());
        return guessed && CONTAINER.stream().anyMatch(Files::exists)
                ? Optional.of("Students cannot open this address: it is the inside of a container. Set DESCENTLAB_URL to the address"
                        + " that they open.")
                : Optional.empty();
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
