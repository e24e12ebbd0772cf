package descentlab.classroom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import descentlab.progress.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Classes kept in PostgreSQL, where Debian's package is installed. */
class PostgresRoomFuzzTest extends RoomFuzz {

    @TempDir
    static Path home;

    private static LocalPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException, InterruptedException {
        Optional<LocalPostgres> started = LocalPostgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed");
        postgres = started.get();
    }

    @AfterAll
    static void stopPostgres() throws IOException, InterruptedException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    String url() {
        return postgres.url();
    }

    @Override
    Path home() {
        return home;
    }
}
