package descentlab.progress;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Progress in PostgreSQL, where Debian's package is installed. */
class PostgresProgressTest extends ProgressContract {

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
    Progress progress() {
        return stored.application().getBean(Progress.class);
    }
}
