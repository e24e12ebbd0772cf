package descentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Progress in a file of the home folder. */
class FileProgressTest extends ProgressContract {

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = ProgressOnly.start(home.resolve("shared"), "");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Override
    Progress progress() {
        return application.getBean(Progress.class);
    }

    /** Another process that keeps an answer and says so. */
    private static Process server(Path folder, LearnerToken learner) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProgressOnly.class.getName(),
                        folder.toString(),
                        learner.secret().value(),
                        UUID.randomUUID().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException {
        LearnerToken learner = LearnerToken.random();
        Path other = home.resolve("killed");
        for (int time = 1; time <= 2; time++) {
            Process server = server(other, learner);
            try (BufferedReader said = server.inputReader()) {
                assertThat(said.lines().anyMatch(line -> line.equals("acknowledged"))).isTrue();
            } finally {
                server.destroyForcibly().waitFor(); // kill -9
            }
        }
        try (ConfigurableApplicationContext again = ProgressOnly.start(other, "")) {
            Progress progress = again.getBean(Progress.class);
            assertThat(progress.of(learner, "drills").get("drill-1").solved()).isTrue();
            assertThat(progress.export(learner).attempts()).hasSize(2);
            assertThat(progress.explanation(learner, "drills", "drill-1").text()).isEqualTo("by hand");
            assertThat(again.getBean(Notebook.class).of(learner)).extracting(KeptExperiment::name).containsExactly("mine");
        }
    }

    @Test
    void aSecondServerOnTheSameHomeIsToldSo() throws IOException, InterruptedException {
        Path taken = home.resolve("taken");
        Process first = server(taken, LearnerToken.random());
        try (BufferedReader said = first.inputReader()) {
            assertThat(said.lines().anyMatch(line -> line.equals("acknowledged"))).isTrue();
            assertThatThrownBy(() -> ProgressOnly.start(taken, ""))
                    .hasStackTraceContaining("another process has it open");
        } finally {
            first.destroyForcibly().waitFor();
        }
    }
}
