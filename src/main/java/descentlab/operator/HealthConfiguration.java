package descentlab.operator;

import descentlab.database.DatabaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is watched. Liveness asks for the connector alone, as a restart mends neither a disk nor a database; the group
 * {@code writing} asks for those. Readiness asks for none: pages can be read without them.
 */
@Configuration
class HealthConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    /** Longer than a pool lets somebody wait for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    HealthConfiguration(
            @Value("${server.port}") int port, @Value("${management.server.port}") int managementPort) {
        // Spring would put everything of the management port on the main one, for all to read.
        if (managementPort == port && port != 0) {
            throw new ManagementPortException("DESCENTLAB_MANAGEMENT_PORT is " + managementPort
                    + ", the same as PORT; allowed: any other free port.");
        }
    }

    /** Starts the watches once there is something to see. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> watching(List<RepeatedCheck> watches) {
        return ready -> watches.forEach(RepeatedCheck::start);
    }

    @Bean
    Connector connector() {
        return new Connector();
    }

    @Bean
    RepeatedCheck connectorHealthIndicator(Connector connector) {
        return new RepeatedCheck("connector", PAUSE, PATIENCE, new SelfProbe(connector, LONGEST_ANSWER));
    }

    @Bean
    RepeatedCheck databaseHealthIndicator(DataSource source, DatabaseState state) {
        return new RepeatedCheck("database", PAUSE, PATIENCE, Writing.database(source, state));
    }

    @Bean
    RepeatedCheck diskHealthIndicator(@Value("${descentlab.home}") Path home) {
        return new RepeatedCheck("disk", PAUSE, PATIENCE, Writing.disk(home));
    }
}
