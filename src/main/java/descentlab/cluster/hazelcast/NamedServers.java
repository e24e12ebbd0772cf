package descentlab.cluster.hazelcast;

import com.hazelcast.cluster.Address;
import com.hazelcast.config.properties.PropertyDefinition;
import com.hazelcast.logging.ILogger;
import com.hazelcast.spi.discovery.DiscoveryNode;
import com.hazelcast.spi.discovery.DiscoveryStrategy;
import com.hazelcast.spi.discovery.DiscoveryStrategyFactory;
import com.hazelcast.spi.discovery.SimpleDiscoveryNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the engine looks for other servers, at its start and, after a split, again and again. Its own list of members takes
 * only one of the addresses for which a name stands.
 */
final class NamedServers implements DiscoveryStrategyFactory {

    private final Supplier<List<Place>> places;

    NamedServers(Supplier<List<Place>> places) {
        this.places = places;
    }

    @Override
    public DiscoveryStrategy newDiscoveryStrategy(
            DiscoveryNode self, ILogger logger, @SuppressWarnings("rawtypes") Map<String, Comparable> properties) {
        return new Lookup(places);
    }

    @Override
    public Class<? extends DiscoveryStrategy> getDiscoveryStrategyType() {
        return Lookup.class;
    }

    @Override
    public Collection<PropertyDefinition> getConfigurationProperties() {
        return List.of();
    }

    private record Lookup(Supplier<List<Place>> places) implements DiscoveryStrategy {

        @Override
        public Iterable<DiscoveryNode> discoverNodes() {
            return places.get().stream()
                    .flatMap(place -> place.addresses().stream().map(host -> new Address(host, place.port())))
                    .distinct()
                    .<DiscoveryNode>map(SimpleDiscoveryNode::new)
                    .toList();
        }

        @Override
        public Map<String, String> discoverLocalMetadata() {
            return Map.of();
        }

        @Override
        public void start() {}

        @Override
        public void destroy() {}
    }
}
