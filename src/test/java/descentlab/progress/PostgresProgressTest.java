package descentlab.progress;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Progress in PostgreSQL, where Debian's package is installed. */
class PostgresProgressTest extends ProgressContract {

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        application = ProgressOnly.start(home, LocalPostgres.database());
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Override
    Progress progress() {
        return application.getBean(Progress.class);
    }
}
