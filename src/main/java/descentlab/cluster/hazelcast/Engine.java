package descentlab.cluster.hazelcast;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.DiscoveryStrategyConfig;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.TopicConfig;
import com.hazelcast.core.HazelcastException;
import descentlab.cluster.ServerId;
import java.net.BindException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How the engine is set: it knows who is there and carries bytes, and does nothing else of what it could. */
final class Engine {

    /** Of a member: which server it is. A member's own number changes when a split is healed. */
    static final String SERVER = "server";

    private static final String INBOX = "inbox-";

    /** All that the engine itself sends as Java objects are the failures of its operations. */
    private static final ClassFilter FAILURES = new ClassFilter()
            .addPackages("com.hazelcast.core", "com.hazelcast.spi.exception")
            .addClasses(
                    "com.hazelcast.internal.cluster.impl.ClusterTopologyChangedException",
                    "com.hazelcast.internal.cluster.impl.ConfigMismatchException",
                    "com.hazelcast.internal.cluster.impl.MasterNodeChangedException",
                    "com.hazelcast.internal.cluster.impl.VersionMismatchException",
                    "com.hazelcast.internal.partition.PartitionStateVersionMismatchException",
                    "com.hazelcast.nio.serialization.HazelcastSerializationException",
                    "com.hazelcast.partition.NoDataMemberInClusterException",
                    "java.lang.Error",
                    "java.lang.Exception",
                    "java.lang.IllegalArgumentException",
                    "java.lang.IllegalStateException",
                    "java.lang.NullPointerException",
                    "java.lang.RuntimeException",
                    "java.lang.StackTraceElement",
                    "[Ljava.lang.StackTraceElement;",
                    "java.lang.Throwable",
                    "java.lang.UnsupportedOperationException",
                    "java.util.CollSer",
                    "java.util.Collections$EmptyList",
                    "java.util.concurrent.CancellationException",
                    "java.util.concurrent.ExecutionException",
                    "java.util.concurrent.TimeoutException");

    /**
     * @param name only members of the same one join each other
     * @param own where the others reach this one, if that is known
     * @param places where others are; asked again and again
     */
    static Config config(String name, ServerId self, Optional<InetAddress> own, int port, Supplier<List<Place>> places) {
        Config config = new Config();
        config.setClusterName(name);
        config.getMemberAttributeConfig().setAttribute(SERVER, self.toString());
        config.addTopicConfig(new TopicConfig(INBOX + "*").setStatisticsEnabled(false));
        reach(config, own, port, places);
        notice(config);
        leaveOut(config);
        goOnBesideWhoHangs(config);
        return config;
    }

    /** The topic on which a server hears what others say to it. */
    static String inbox(ServerId server) {
        return INBOX + server;
    }

    /** Whether it did not start since its port is in use. */
    static boolean isTaken(Throwable failed) {
        return failed != null
                && (failed instanceof BindException
                        || failed instanceof HazelcastException && String.valueOf(failed.getMessage()).contains("already in use")
                        || isTaken(failed.getCause()));
    }

    private static void reach(Config config, Optional<InetAddress> own, int port, Supplier<List<Place>> places) {
        NetworkConfig network = config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        own.ifPresent(here -> config.setProperty("hazelcast.local.localAddress", here.getHostAddress()));
        // It listens there, and nowhere else.
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.prefer.ipv4.stack", "false");
        JoinConfig join = network.getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(false);
        config.setProperty("hazelcast.discovery.enabled", "true");
        join.getDiscoveryConfig()
                .addDiscoveryStrategyConfig(new DiscoveryStrategyConfig(new NamedServers(places), Map.of()));
    }

    /** In the engine's own settings a member that is gone is missed after a minute, and a split healed after five. */
    private static void notice(Config config) {
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
        config.setProperty("hazelcast.socket.connect.timeout.seconds", "2");
        // A process that ends closes its connections: a member is gone with the first one that fails.
        config.setProperty("hazelcast.connection.monitor.max.faults", "0");
        config.setProperty("hazelcast.mastership.claim.timeout.seconds", "5");
        config.setProperty("hazelcast.member.list.publish.interval.seconds", "5");
        config.setProperty("hazelcast.partition.table.send.interval", "5");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "3");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "3");
        config.setProperty("hazelcast.max.join.merge.target.seconds", "5");
        // How long the first of those that start together waits for others, and they for it.
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.max.wait.seconds.before.join", "2");
        config.setProperty("hazelcast.max.join.seconds", "20");
        config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
        // Of very many messages one waits until all before it were taken.
        config.setProperty("hazelcast.event.sync.timeout.millis", "1000");
    }

    /**
     * A connection to a server whose process hangs is accepted by its system, and answered by nobody. Until it is given up
     * the thread that writes to it goes round and round with what is to be done, and never looks whether another
     * connection can take more: so what is written waits in no such look, and not all in one thread.
     */
    private static void goOnBesideWhoHangs(Config config) {
        config.setProperty("hazelcast.io.output.thread.count", "3");
        System.setProperty("hazelcast.io.selectionKeyWakeupEnabled", "false"); // it has no setting of one member's
    }

    /** REST, Memcache, persistence and management are off unless somebody asks for them. */
    private static void leaveOut(Config config) {
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.logging.details.enabled", "false");
        config.getJetConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.getAdvancedNetworkConfig().setEnabled(false);
        config.getManagementCenterConfig()
                .setConsoleEnabled(false)
                .setScriptingEnabled(false)
                .setDataAccessEnabled(false);
        // Names are shared out by these, and there is nothing else to share: fewer are shared out sooner.
        config.setProperty("hazelcast.partition.count", "71");
        // Its threads wait for work that there is little of.
        config.setProperty("hazelcast.io.input.thread.count", "1");
        config.setProperty("hazelcast.event.thread.count", "1");
        config.setProperty("hazelcast.operation.thread.count", "2");
        config.setProperty("hazelcast.operation.generic.thread.count", "2");
        config.setProperty("hazelcast.operation.response.thread.count", "1");
        config.getSerializationConfig()
                .setJavaSerializationFilterConfig(only(FAILURES))
                .getCompactSerializationConfig()
                .setZeroConfigFilter(only(new ClassFilter().addClasses("none")));
    }

    private static JavaSerializationFilterConfig only(ClassFilter allowed) {
        return new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(allowed);
    }

    private Engine() {}
}
