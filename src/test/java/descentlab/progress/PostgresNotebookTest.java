package descentlab.progress;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Kept experiments in PostgreSQL, where Debian's package is installed. */
class PostgresNotebookTest extends NotebookContract {

    @TempDir
    static Path home;

    private static LocalPostgres postgres;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<LocalPostgres> started = LocalPostgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed");
        postgres = started.get();
        application = ProgressOnly.start(home, postgres.url());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (application != null) {
            application.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    ApplicationContext application() {
        return application;
    }
}
