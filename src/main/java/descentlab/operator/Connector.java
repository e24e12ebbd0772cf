package descentlab.operator;

import descentlab.connection.GuestProtocol;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** The connector that browsers come to, as Tomcat knows it; nothing is known of it before it listens. */
class Connector {

    private volatile AbstractProtocol<?> protocol;

    @EventListener
    void listening(WebServerInitializedEvent event) {
        // The management port's server has a name.
        if (event.getApplicationContext().getServerNamespace() == null
                && event.getWebServer() instanceof TomcatWebServer tomcat
                && tomcat.getTomcat().getConnector().getProtocolHandler() instanceof AbstractProtocol<?> found) {
            protocol = found;
        }
    }

    /** Where it can be asked from this computer. */
    Optional<InetSocketAddress> address() {
        // It has no port any more while the server is stopped.
        return Optional.ofNullable(protocol).filter(known -> known.getLocalPort() > 0).map(known -> {
            InetAddress bound = known.getAddress();
            InetAddress here = bound == null || bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
            return new InetSocketAddress(here, known.getLocalPort());
        });
    }

    /** Connections that are open. */
    long connections() {
        return protocol == null ? 0 : protocol.getConnectionCount();
    }

    /** Most connections that are taken; further ones wait. */
    int mostConnections() {
        return protocol instanceof GuestProtocol ours
                ? ours.most()
                : protocol == null ? 0 : protocol.getMaxConnections();
    }

    boolean isFull() {
        return connections() >= mostConnections();
    }
}
