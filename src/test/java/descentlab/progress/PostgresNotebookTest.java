package descentlab.progress;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Kept experiments in PostgreSQL, where Debian's package is installed. */
class PostgresNotebookTest extends NotebookContract {

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
    ApplicationContext application() {
        return application;
    }
}
