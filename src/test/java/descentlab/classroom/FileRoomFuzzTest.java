package descentlab.classroom;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Classes kept in an H2 file. */
class FileRoomFuzzTest extends RoomFuzz {

    @TempDir
    Path home;

    @Override
    RoomsOnly begin() {
        return RoomsOnly.start(home, "");
    }
}
