package descentlab.client;

import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds out who asks, before anything else sees the request. */
@Configuration
class ClientConfiguration {

    /**
     * @param setting whose word is taken
     * @param strategy Spring's own setting for this, which takes everybody's of a private network
     */
    @Bean
    NamedProxies namedProxies(
            @Value("${descentlab.proxies:}") String setting,
            @Value("${server.forward-headers-strategy:none}") String strategy) {
        if (!strategy.equalsIgnoreCase("none")) {
            throw WrongProxies.believesAll(strategy);
        }
        return NamedProxies.parse(setting);
    }

    /**
     * Puts the client's address and scheme in place of a named proxy's. Of a chain of addresses the last one that is
     * no named proxy's counts: what stands before it is what the client itself may have written. Headers that come from
     * elsewhere are not looked at.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> believedProxies(NamedProxies proxies) {
        return factory -> {
            if (!proxies.isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(proxies.toString());
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                factory.addEngineValves(valve);
            }
        };
    }

    @Bean
    Counters counters(ObjectProvider<Cluster> cluster) {
        return Counters.of(cluster.getIfAvailable(MemoryNetwork::alone), InstantSource.system());
    }

    /** What large runs others have under way. */
    @Bean
    Elsewhere largeRunsElsewhere(ObjectProvider<Cluster> cluster) {
        return new Elsewhere("large runs", cluster.getIfAvailable(MemoryNetwork::alone));
    }

    @Bean
    PeopleSeen presence() {
        return new PeopleSeen();
    }

    @Bean
    Rush rush() {
        return new Rush();
    }

    /** Shows what was refused to the operator. */
    @Bean
    MeterBinder refusals() {
        return registry -> {
            for (Refusal refusal : Refusal.values()) {
                FunctionCounter.builder("descentlab.refused", refusal, Refusal::counted)
                        .description("Requests refused to keep the server within its bounds")
                        .tag("reason", refusal.reason())
                        .register(registry);
            }
        };
    }
}
