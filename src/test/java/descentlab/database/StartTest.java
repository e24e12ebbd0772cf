package descentlab.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How the database is opened, and what is said if it cannot be. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @TempDir
    Path folder;

    private DataSource open(Path home, String url, int seconds) {
        return new DatabaseConfiguration()
                .dataSource(home, url, "", "", seconds, new DatabaseState(InstantSource.system()));
    }

    private void openAndClose(Path home) throws SQLException {
        try (WatchedPool pool = (WatchedPool) open(home, "", 0)) {
            pool.getConnection().close();
        }
    }

    private static void assertRefused(ThrowingCallable start, String... words) {
        assertThatThrownBy(start).isInstanceOfSatisfying(DatabaseUnavailableException.class, refused ->
                assertThat(refused.getMessage() + " " + refused.action()).contains(words));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void assumePosix() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no such permissions here");
    }

    @Test
    void nobodyElseCanReadWhatIsKept() throws Exception {
        assumePosix();
        Path home = folder.resolve("new/home");
        openAndClose(home);
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("progress.mv.db"))).isEqualTo("rw-------");
        assertThat(home.toFile().list()).containsExactly("progress.mv.db");
    }

    @Test
    void whatOthersCouldReadIsTightened() throws Exception {
        assumePosix();
        Path home = Files.createDirectory(folder.resolve("old"));
        DriverManager.getConnection("jdbc:h2:file:" + home.resolve("progress")).close();
        Path trace = Files.writeString(home.resolve("progress.trace.db"), "trace");
        for (Path each : new Path[] {trace, home.resolve("progress.mv.db")}) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Path pictures = Files.createDirectory(home.resolve("fashion-mnist"));
        Files.setPosixFilePermissions(pictures, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        openAndClose(home);
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(trace)).isEqualTo("rw-------");
        assertThat(permissions(home.resolve("progress.mv.db"))).isEqualTo("rw-------");
        assertThat(permissions(pictures)).isEqualTo("rwxr-xr-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "cut", "no header"})
    void aCorruptFileIsCalledSoAndLeftAlone(String how) throws Exception {
        openAndClose(folder);
        Path file = folder.resolve("progress.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case "random" -> new Random(1).nextBytes(bytes);
            case "cut" -> bytes = Arrays.copyOf(bytes, 100);
            default -> Arrays.fill(bytes, 0, 8192, (byte) 0);
        }
        Files.write(file, bytes);
        assertRefused(
                () -> openAndClose(folder), "The database file " + file, "is corrupt", "Move it aside", "backup");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aFileThatIsInUseIsCalledSo() throws Exception {
        Path home = folder.resolve("home");
        openAndClose(home);
        try (var taken = java.nio.channels.FileChannel.open(
                        home.resolve("progress.mv.db"), java.nio.file.StandardOpenOption.WRITE);
                var lock = taken.lock()) {
            assertRefused(() -> openAndClose(home), "another process has it open", "stop it");
        }
    }

    @Test
    void aFileThatMayNotBeWrittenIsCalledSo() throws Exception {
        assumePosix();
        openAndClose(folder);
        Path file = folder.resolve("progress.mv.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assumeFalse(Files.isWritable(file), "this user may do everything");
        assertRefused(() -> openAndClose(folder), "may not read and write it", "Give that user the folder");
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertRefused(() -> openAndClose(file), "cannot be kept in " + file, "Check the folder");
    }

    @Test
    void ofTheOtherCausesEachHasItsName() {
        Path file = folder.resolve("progress.mv.db");
        assertThat(StartFailure.ofFile(file, new SQLException("", "90048", 90048)).getMessage())
                .contains("another version of the database");
        assertThat(StartFailure.ofFile(file, new IOException("No space left on device")).getMessage())
                .contains("the disk is full");
        assertThat(StartFailure.ofFile(file, new java.nio.file.AccessDeniedException("x")).getMessage())
                .contains("may not read and write it");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsWaitedForAndThenNamed(CapturedOutput log) throws Exception {
        try (Socket nobody = new Socket()) { // bound, so that nobody else takes the port, and never listening
            nobody.bind(new InetSocketAddress("127.0.0.1", 0));
            assertRefused(
                    () -> open(folder, "jdbc:postgresql://127.0.0.1:" + nobody.getLocalPort() + "/lab", 1),
                    "did not answer for 1 s",
                    "DATABASE_WAIT");
        }
        assertThat(log.getOut()).contains("Waiting for the database of DATABASE_URL");
    }
}
