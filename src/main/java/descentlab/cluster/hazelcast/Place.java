package descentlab.cluster.hazelcast;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where servers are reached.
 *
 * @param host an address without brackets, or a name that may stand for several
 */
record Place(String host, int port) {

    static final int USUAL_PORT = 5701;

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]+)](?::(\\d{1,5}))?");
    private static final Pattern BARE = Pattern.compile("([^:]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
            + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d+(\\.\\d+){3}");
    /** No name ends so, but Java takes 127.1 for an address. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9A-Fa-f]*)\\.?");

    /** Reads {@code host}, {@code host:port}, {@code [address]} or {@code [address]:port}. */
    static Optional<Place> parse(String written) {
        Matcher brackets = BRACKETS.matcher(written);
        if (brackets.matches()) {
            return isVersion6(brackets.group(1)) ? of(brackets.group(1), brackets.group(2)) : Optional.empty();
        }
        if (isVersion6(written)) {
            return of(written, null);
        }
        Matcher bare = BARE.matcher(written);
        return bare.matches() && (isVersion4(bare.group(1)) || isName(bare.group(1)))
                ? of(bare.group(1), bare.group(2))
                : Optional.empty();
    }

    private static Optional<Place> of(String host, String port) {
        int number = port == null ? USUAL_PORT : Integer.parseInt(port);
        return number >= 1 && number <= 0xFFFF ? Optional.of(new Place(host, number)) : Optional.empty();
    }

    private static boolean isName(String host) {
        return NAME.matcher(host).matches() && !ENDS_IN_A_NUMBER.matcher(host).matches();
    }

    private static boolean isVersion4(String host) {
        return FOUR_NUMBERS.matcher(host).matches() && literal(host) instanceof Inet4Address;
    }

    private static boolean isVersion6(String host) {
        return host.contains(":") && literal(host) instanceof Inet6Address;
    }

    private static InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    /** All that the name stands for just now; none where nobody knows it. */
    List<InetAddress> addresses() {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException notNow) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
