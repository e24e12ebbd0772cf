package descentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.database.FailingDisk;
import descentlab.database.DatabaseState;
import descentlab.progress.PartProgress.Status;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A disk that is full for a while, and has room again. */
@ExtendWith(OutputCaptureExtension.class)
class FullDiskTest {

    @TempDir
    Path home;

    private final LearnerToken learner = LearnerToken.random();
    private ConfigurableApplicationContext application;
    private Progress progress;
    private DatabaseState state;

    @BeforeEach
    void start() {
        application = ProgressOnly.start(home, FailingDisk.url(home));
        progress = application.getBean(Progress.class);
        state = application.getBean(DatabaseState.class);
    }

    @AfterEach
    void stop() {
        FailingDisk.full(false);
        application.close();
    }

    private PartProgress answer(UUID submission) {
        return progress.attempt(learner, "drills", "drill-1", submission, "42", Status.OPEN);
    }

    @Test
    void allGoesOnWhenThereIsRoomAgain(CapturedOutput log) throws Exception {
        answer(UUID.randomUUID());
        assertThat(state.trouble()).isEmpty();
        FailingDisk.full(true);
        UUID refused = UUID.randomUUID();
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> answer(refused)).isInstanceOf(NotKeptException.class);
        }
        assertThat(state.trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.cause()).contains("No space left");
            assertThat(trouble.refused()).isGreaterThan(100);
        });
        Patience.await(() -> state.trouble().orElseThrow().readable());
        Patience.await(() -> progress.of(learner, "drills").get("drill-1").attempts() == 1);
        assertThat(log.getOut().lines().filter(line -> line.contains("ERROR"))).hasSize(1);
        assertThat(log.getOut().lines().filter(line -> line.startsWith("\tat ")).count()).isLessThan(200);
        FailingDisk.full(false);
        Patience.await(() -> state.trouble().isEmpty());
        assertThat(answer(refused).attempts()).isEqualTo(2);
        assertThat(progress.export(learner).attempts()).hasSize(2);
        application.close();
        application = ProgressOnly.start(home, "jdbc:h2:file:" + home.resolve("progress"));
        assertThat(application.getBean(Progress.class).export(learner).attempts()).hasSize(2);
    }

    @Test
    void itMayBeFullAgainAndAgain() throws Exception {
        for (int i = 1; i <= 3; i++) {
            FailingDisk.full(true);
            assertThatThrownBy(() -> answer(UUID.randomUUID())).isInstanceOf(NotKeptException.class);
            FailingDisk.full(false);
            Patience.await(() -> state.trouble().isEmpty());
            assertThat(answer(UUID.randomUUID()).attempts()).isEqualTo(i);
        }
    }
}
