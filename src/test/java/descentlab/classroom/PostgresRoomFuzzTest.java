package descentlab.classroom;

import descentlab.cluster.MemoryNetwork;
import descentlab.progress.LocalPostgres;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;

/** Classes kept in PostgreSQL, where Debian's package is installed. */
class PostgresRoomFuzzTest extends RoomFuzz {

    private static String url;

    @BeforeAll
    static void makeDatabase() throws IOException, InterruptedException {
        url = LocalPostgres.database();
    }

    @Override
    RoomsOnly begin() {
        return RoomsOnly.start(url, MemoryNetwork.alone());
    }
}
