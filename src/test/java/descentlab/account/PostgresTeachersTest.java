package descentlab.account;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import descentlab.progress.LocalPostgres;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts in PostgreSQL, where Debian's package is installed. */
class PostgresTeachersTest extends TeachersContract {

    private static LocalPostgres postgres;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void startApplication() throws IOException, InterruptedException {
        Optional<LocalPostgres> started = LocalPostgres.start();
        assumeTrue(started.isPresent(), "PostgreSQL is not installed");
        postgres = started.get();
        application = AccountsOnly.start(postgres.url());
    }

    @AfterAll
    static void stopApplication() throws IOException, InterruptedException {
        if (application != null) {
            application.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    ConfigurableApplicationContext application() {
        return application;
    }
}
