package descentlab.cluster;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses how servers find each other. */
@Configuration
class ClusterConfiguration {

    @Bean(destroyMethod = "close")
    Cluster cluster() {
        return MemoryNetwork.alone();
    }
}
