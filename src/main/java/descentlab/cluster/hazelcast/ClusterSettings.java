package descentlab.cluster.hazelcast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is said about a lab of several servers.
 *
 * @param servers where some or all of them are, this one too or not; none for a server that is alone
 * @param own where this one is reached, if that is said
 */
record ClusterSettings(List<Place> servers, Optional<Place> own) {

    /**
     * Reads the settings.
     *
     * @throws WrongCluster if one cannot be followed
     */
    static ClusterSettings parse(String servers, String address, String databaseUrl) {
        List<Place> places = Arrays.stream(servers.split(","))
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .map(written -> place(WrongCluster.SERVERS, written))
                .toList();
        if (places.isEmpty()) {
            if (!servers.isBlank()) {
                throw WrongCluster.namesNobody(servers.strip());
            }
            if (!address.isBlank()) {
                throw WrongCluster.alone(address.strip());
            }
            return new ClusterSettings(places, Optional.empty());
        }
        Optional<Place> own =
                address.isBlank() ? Optional.empty() : Optional.of(place(WrongCluster.ADDRESS, address.strip()));
        if (!databaseUrl.startsWith("jdbc:postgresql:")) {
            throw WrongCluster.database(kind(databaseUrl.strip()));
        }
        return new ClusterSettings(places, own);
    }

    private static Place place(String setting, String written) {
        return Place.parse(written).orElseThrow(() -> WrongCluster.written(setting, written));
    }

    /** The {@code jdbc:h2:} of a URL. */
    private static String kind(String databaseUrl) {
        int second = databaseUrl.indexOf(':', databaseUrl.indexOf(':') + 1);
        return databaseUrl.substring(0, second < 0 ? Math.min(databaseUrl.length(), 5) : second + 1);
    }

    boolean alone() {
        return servers.isEmpty();
    }
}
