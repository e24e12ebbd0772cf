package descentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import descentlab.database.DatabaseState;
import descentlab.progress.PartProgress.Status;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A PostgreSQL that goes away, and comes back or comes late. */
@ExtendWith(OutputCaptureExtension.class)
class PostgresAwayTest {

    @TempDir
    Path home;

    private final LearnerToken learner = LearnerToken.random();
    private LocalPostgres postgres;

    @BeforeEach
    void start() throws Exception {
        Optional<LocalPostgres> started = LocalPostgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed");
        postgres = started.get();
    }

    @AfterEach
    void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    private PartProgress answer(Progress progress) {
        return progress.attempt(learner, "drills", "drill-1", UUID.randomUUID(), "42", Status.OPEN);
    }

    @Test
    void allGoesOnWhenItIsBack(CapturedOutput log) throws Exception {
        try (ConfigurableApplicationContext application = ProgressOnly.start(home, postgres.url())) {
            Progress progress = application.getBean(Progress.class);
            DatabaseState state = application.getBean(DatabaseState.class);
            answer(progress);
            postgres.down();
            for (int i = 0; i < 200; i++) {
                assertThatThrownBy(() -> answer(progress)).isInstanceOf(NotKeptException.class);
                assertThatThrownBy(() -> progress.of(learner)).isInstanceOf(UnreadableException.class);
            }
            assertThat(state.trouble()).hasValueSatisfying(trouble -> assertThat(trouble.readable()).isFalse());
            assertThat(log.getOut().lines().filter(line -> line.contains("ERROR"))).hasSize(1);
            postgres.up();
            Patience.await(() -> state.trouble().isEmpty());
            assertThat(answer(progress).attempts()).isEqualTo(2);
        }
    }

    @Test
    void oneThatComesLateIsWaitedFor(CapturedOutput log) throws Exception {
        postgres.down();
        CompletableFuture<ConfigurableApplicationContext> starting =
                CompletableFuture.supplyAsync(() -> ProgressOnly.start(home, postgres.url()));
        Patience.await(() -> log.getOut().contains("Waiting for the database of DATABASE_URL"));
        postgres.up();
        try (ConfigurableApplicationContext application = starting.get()) {
            assertThat(answer(application.getBean(Progress.class)).attempts()).isEqualTo(1);
        }
    }
}
