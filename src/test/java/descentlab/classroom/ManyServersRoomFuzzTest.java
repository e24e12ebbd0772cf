package descentlab.classroom;

import descentlab.cluster.MemoryNetwork;
import descentlab.progress.LocalPostgres;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;

/** Classes at three servers, of which one is killed now and then. */
class ManyServersRoomFuzzTest extends RoomFuzz {

    private static String url;

    private final MemoryNetwork network = MemoryNetwork.empty();

    @BeforeAll
    static void makeDatabase() throws IOException, InterruptedException {
        url = LocalPostgres.database();
    }

    /** Few: a lease has to run out for each server that is killed. */
    static IntStream seeds() {
        return RoomFuzz.seeds().limit(Math.ceilDiv(RoomFuzz.RUNS, 10));
    }

    @Override
    RoomsOnly begin() {
        return RoomsOnly.start(url, network.join());
    }

    @Override
    int count() {
        return 3;
    }
}
