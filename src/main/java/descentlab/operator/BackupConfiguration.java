package descentlab.operator;

import descentlab.audit.Audit;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BackupConfiguration {

    @Bean
    BackupEndpoint backupEndpoint(DataSource source, @Value("${descentlab.home}") Path home, Audit audit) {
        return new BackupEndpoint(new Backups(source, home, InstantSource.system()), audit);
    }
}
