package descentlab.classroom;

import descentlab.progress.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Classes kept in PostgreSQL, where Debian's package is installed. */
class PostgresRoomFuzzTest extends RoomFuzz {

    @TempDir
    static Path home;

    private static String url;

    @BeforeAll
    static void makeDatabase() throws IOException, InterruptedException {
        url = LocalPostgres.database();
    }

    @Override
    String url() {
        return url;
    }

    @Override
    Path home() {
        return home;
    }
}
