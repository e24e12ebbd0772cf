package descentlab.progress;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/** Kept experiments in PostgreSQL, where Debian's package is installed. */
class PostgresNotebookTest extends NotebookContract {

    @TempDir
    static Path home;

    private static ProgressOnPostgres stored;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stored = ProgressOnPostgres.start(home);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (stored != null) {
            stored.close();
        }
    }

    @Override
    ApplicationContext application() {
        return stored.application();
    }
}
