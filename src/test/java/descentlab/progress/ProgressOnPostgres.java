package descentlab.progress;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** {@link ProgressOnly} in a PostgreSQL of its own. */
record ProgressOnPostgres(LocalPostgres postgres, ConfigurableApplicationContext application) implements AutoCloseable {

    /** Skips the test that asks where PostgreSQL is not installed. */
    static ProgressOnPostgres start(Path home) throws IOException, InterruptedException {
        Optional<LocalPostgres> started = LocalPostgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed");
        LocalPostgres postgres = started.get();
        try {
            return new ProgressOnPostgres(postgres, ProgressOnly.start(home, postgres.url()));
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        application.close();
        postgres.close();
    }
}
