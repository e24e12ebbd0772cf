package descentlab.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import descentlab.client.NamedProxies;
import descentlab.client.PeopleSeen;
import descentlab.client.Rush;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the bounds between Tomcat and the network. Those of the heap can be set otherwise, as tests do. */
@Configuration
class ConnectionConfiguration {

    private static final String PREFIX = "descentlab.connections.";

    /** Files that are open for other reasons: libraries, the database, downloads. */
    private static final int OTHER_FILES = 250;

    @Bean
    ConnectionBounds connectionBounds(Environment settings) {
        ConnectionBounds heap = ConnectionBounds.ofHeap().atMost(files());
        return new ConnectionBounds(
                settings.getProperty(PREFIX + "all", Integer.class, heap.all()),
                settings.getProperty(PREFIX + "of-one", Integer.class, heap.ofOne()),
                settings.getProperty(PREFIX + "waiting", Integer.class, heap.waiting()),
                settings.getProperty(PREFIX + "waiting-of-one", Integer.class, heap.waitingOfOne()),
                settings.getProperty(PREFIX + "patience", Duration.class, heap.patience()));
    }

    /** Most connections that the process may have open, if it is bounded by its files. */
    private static int files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.clamp(system.getMaxFileDescriptorCount() - OTHER_FILES, 16, Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedConnections(
            ConnectionBounds bounds, NamedProxies proxies, PeopleSeen presence, Rush rush) {
        return factory -> {
            factory.setProtocol(GuestProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof GuestProtocol protocol) {
                    protocol.bound(bounds, proxies::contains, presence, rush);
                }
            });
        };
    }
}
