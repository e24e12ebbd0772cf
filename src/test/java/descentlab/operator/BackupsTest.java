package descentlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupsTest {

    @TempDir
    private Path home;

    @TempDir
    private Path other;

    private final HikariDataSource source = new HikariDataSource();
    private Instant now = Instant.parse("2026-11-26T08:00:00.123Z");
    private JdbcClient database;
    private Backups backups;

    @BeforeEach
    void open() {
        source.setJdbcUrl("jdbc:h2:file:" + home.resolve("progress") + ";WRITE_DELAY=0");
        database = JdbcClient.create(source);
        database.sql("create table kept (id int primary key, text varchar)").update();
        backups = new Backups(source, home, () -> now);
    }

    @AfterEach
    void close() {
        source.close();
    }

    private static void unzip(Path zip, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, into.resolve(entry.getName()));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("backups"))) {
            return files.sorted().toList();
        }
    }

    private void insert(int id) {
        database.sql("insert into kept values (?, ?)").params(id, "x".repeat(1000)).update();
    }

    @Test
    void whatWasKeptBeforeIsInItHoweverMuchIsWrittenMeanwhile() throws Exception {
        for (int id = 0; id < 100; id++) {
            insert(id);
        }
        CountDownLatch busy = new CountDownLatch(20);
        AtomicBoolean enough = new AtomicBoolean();
        // Not stopped by an interrupt, by which H2 would lose its file.
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int id = 100; !enough.get() && id < 100_000; id++) {
                insert(id);
                busy.countDown();
            }
        });
        busy.await();

        Backups.Made made = backups.make();

        enough.set(true);
        writer.join();
        assertThat(made.file().getFileName()).hasToString("descentlab-20261126T080000123Z.zip");
        assertThat(made.bytes()).isEqualTo(Files.size(made.file())).isPositive();
        unzip(made.file(), other);
        try (HikariDataSource restored = new HikariDataSource()) {
            restored.setJdbcUrl("jdbc:h2:file:" + other.resolve("progress"));
            JdbcClient again = JdbcClient.create(restored);
            assertThat(again.sql("select count(*) from kept where id < 100").query(Integer.class).single())
                    .isEqualTo(100);
            // What came meanwhile is in it up to some commit, without a gap.
            assertThat(again.sql("select count(*) - max(id) from kept").query(Integer.class).single()).isEqualTo(1);
        }
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        Path made = backups.make().file();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void theOldestGoAndNothingElseDoes() throws Exception {
        Path mine = Files.createDirectories(home.resolve("backups")).resolve("descentlab-of-the-last-year.zip");
        Files.createFile(mine);
        Files.createFile(home.resolve("backups").resolve("part.zip")); // of one that was killed
        for (int i = 0; i < Backups.KEPT + 3; i++) {
            now = now.plusSeconds(1);
            backups.make();
        }
        assertThat(files()).hasSize(Backups.KEPT + 1).contains(mine).noneMatch(file -> file.endsWith("part.zip"));
        assertThat(files().getFirst()).hasFileName("descentlab-20261126T080004123Z.zip");
    }

    @Test
    void aDatabaseThatIsGoneLeavesNoHalfBackup() throws IOException {
        source.close();
        assertThatThrownBy(backups::make).isNotNull();
        assertThat(files()).isEmpty();
    }
}
