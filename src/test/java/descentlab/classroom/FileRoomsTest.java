package descentlab.classroom;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Rooms kept in an H2 file. */
class FileRoomsTest extends RoomsContract {

    @TempDir
    Path home;

    @Override
    String url() {
        return "";
    }

    @Override
    Path home() {
        return home;
    }
}
