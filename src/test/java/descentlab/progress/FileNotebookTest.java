package descentlab.progress;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Kept experiments in a file of the home folder. */
class FileNotebookTest extends NotebookContract {

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = ProgressOnly.start(home, "");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Override
    ApplicationContext application() {
        return application;
    }
}
