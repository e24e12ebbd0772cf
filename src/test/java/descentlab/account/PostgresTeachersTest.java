package descentlab.account;

import descentlab.progress.LocalPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts in PostgreSQL, where Debian's package is installed. */
class PostgresTeachersTest extends TeachersContract {

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void startApplication() throws IOException, InterruptedException {
        application = AccountsOnly.start(LocalPostgres.database());
    }

    @AfterAll
    static void stopApplication() {
        if (application != null) {
            application.close();
        }
    }

    @Override
    ConfigurableApplicationContext application() {
        return application;
    }
}
