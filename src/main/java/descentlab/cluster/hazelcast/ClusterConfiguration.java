package descentlab.cluster.hazelcast;

import descentlab.cluster.Cluster;
import descentlab.cluster.MemoryNetwork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes this server one of several if others are named. One that is alone loads nothing of the engine. */
@Configuration
class ClusterConfiguration {

    @Bean(destroyMethod = "close")
    Cluster cluster(
            @Value("${descentlab.cluster:}") String servers,
            @Value("${descentlab.cluster.address:}") String address,
            @Value("${descentlab.database.url:}") String databaseUrl,
            ObjectProvider<JdbcClient> jdbc,
            ObjectProvider<PlatformTransactionManager> transactions) {
        ClusterSettings settings = ClusterSettings.parse(servers, address, databaseUrl);
        return settings.alone()
                ? MemoryNetwork.alone()
                : new ClusterKey(jdbc.getObject(), new TransactionTemplate(transactions.getObject()))
                        .<Cluster>join(seal -> HazelcastCluster.join(settings, seal));
    }
}
