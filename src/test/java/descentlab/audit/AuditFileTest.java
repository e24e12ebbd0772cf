package descentlab.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.core.util.FileSize;
import descentlab.audit.Audit.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditFileTest {

    @TempDir
    private Path home;

    private Instant now = Instant.parse("2026-11-26T08:00:00.123456Z");
    private AuditFile audit;

    private AuditFile audit(long bytes) {
        audit = new AuditFile(home, new FileSize(bytes), () -> now);
        return audit;
    }

    @AfterEach
    void close() {
        audit.close();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(home.resolve(AuditFile.NAME));
    }

    private static Entry entry(Deed deed, String teacher, String from) {
        return new Entry(deed, teacher, from, Map.of());
    }

    @Test
    void aDeedIsALine() throws IOException {
        audit(100_000).note(new Entry(Deed.ROOM_OPENED, "Ada", "203.0.113.5", Map.of("room", "KM4P-7XQZ")));
        audit.note(entry(Deed.ROOM_CLOSED, "", ""));

        assertThat(lines())
                .containsExactly(
                        "{\"time\":\"2026-11-26T08:00:00.123Z\",\"what\":\"room-opened\",\"teacher\":\"Ada\","
                                + "\"from\":\"203.0.113.5\",\"room\":\"KM4P-7XQZ\"}",
                        "{\"time\":\"2026-11-26T08:00:00.123Z\",\"what\":\"room-closed\"}");
    }

    @Test
    void noNameBreaksALineOrPretendsToBeAnother() throws IOException {
        String evil = "Ada\"}\n{\"what\":\"signed-in\"}\r\u2028\u202e\u0000\u001b[2J\\";
        audit(100_000).note(entry(Deed.SIGN_IN_FAILED, evil, evil));
        audit.note(entry(Deed.SIGN_IN_FAILED, "x".repeat(1_000_000), "here"));

        List<String> lines = lines();
        assertThat(lines).hasSize(2);
        JsonNode first = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(first.propertyNames()).containsExactly("time", "what", "teacher", "from");
        assertThat(first.get("what").asString()).isEqualTo("sign-in-failed");
        assertThat(first.get("teacher").asString())
                .isEqualTo("Ada\"}\uFFFD{\"what\":\"signed-in\"}\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD[2J\\");
        assertThat(lines.get(1)).hasSizeLessThan(300);
    }

    @Test
    void onlyItsOwnerReadsItAndWhatFollowsIt() throws IOException {
        Files.createFile(
                home.resolve(AuditFile.NAME),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        audit(1000);
        for (int i = 0; i < 50; i++) {
            audit.note(entry(Deed.SIGNED_IN, "Ada", "203.0.113." + i));
        }

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.toList()).hasSizeGreaterThan(1).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void itNeverGrowsBeyondItsFiles() throws IOException {
        audit(1000);
        for (int i = 0; i < 1000; i++) {
            audit.note(entry(Deed.SIGNED_IN, "Ada", "198.51.100.7"));
        }

        try (Stream<Path> files = Files.list(home)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(AuditFile.OLD_FILES + 1);
            for (Path file : all) {
                assertThat(Files.size(file)).isLessThan(1200);
            }
        }
        assertThat(lines()).allSatisfy(line -> assertThat(line).startsWith("{\"time\"").endsWith("}"));
    }

    @Test
    void itGoesOnWhereItStopped() throws IOException {
        audit(100_000).note(entry(Deed.SIGNED_IN, "Ada", ""));
        audit.close();
        audit(100_000).note(entry(Deed.SIGNED_OUT, "Ada", ""));

        assertThat(lines()).hasSize(2);
    }

    @Test
    void whoDoesNotWaitIsWrittenDownOnceAMinute() throws IOException {
        audit(100_000);
        for (int i = 0; i < 500; i++) {
            audit.note(entry(Deed.SIGN_IN_THROTTLED, "Ada", "198.51.100.7"));
        }
        audit.note(entry(Deed.SIGN_IN_THROTTLED, "Ada", "198.51.100.8"));
        now = now.plus(Duration.ofMinutes(1));
        audit.note(entry(Deed.SIGN_IN_THROTTLED, "Ada", "198.51.100.7"));

        assertThat(lines()).hasSize(3);
        assertThat(lines().getLast()).contains("198.51.100.7", "\"unwrittenBefore\":499");
    }

    @Test
    void whatCannotBeWrittenFailsNobody() throws IOException {
        Files.createDirectory(home.resolve(AuditFile.NAME)); // no file can be there
        assertThatCode(() -> audit(100_000).note(entry(Deed.SIGNED_IN, "Ada", ""))).doesNotThrowAnyException();
    }
}
