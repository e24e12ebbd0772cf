package descentlab.progress;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where progress is kept: an H2 file in the home folder, or whatever database a URL names. */
@Configuration
class ProgressDatabase {

    /** WRITE_DELAY: a commit waits for the file, so that what was acknowledged survives a kill. */
    private static final String FILE = "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";

    @Bean
    DataSource dataSource(
            @Value("${descentlab.home}") Path home,
            @Value("${descentlab.database.url}") String url,
            @Value("${descentlab.database.user}") String user,
            @Value("${descentlab.database.password}") String password) {
        boolean file = url.isBlank();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(file ? FILE.formatted(home.resolve("progress").toAbsolutePath()) : url);
        source.setUsername(user);
        source.setPassword(password);
        try (Connection tried = source.getConnection()) {
            return source;
        } catch (SQLException | RuntimeException refused) {
            source.close();
            throw file
                    ? new DatabaseUnavailableException(
                            "Progress cannot be stored in " + home.toAbsolutePath() + ".",
                            "Another Descent Lab may be running with the same DESCENTLAB_HOME: stop it, or set another"
                                    + " one. Or the folder cannot be written to.",
                            refused)
                    : new DatabaseUnavailableException(
                            "The database of DATABASE_URL cannot be reached: " + refused.getMessage() + ".",
                            "Check DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD, and that the database is up.",
                            refused);
        }
    }
}
