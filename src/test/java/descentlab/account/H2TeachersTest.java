package descentlab.account;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;

/** Accounts in H2. */
class H2TeachersTest extends TeachersContract {

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void startApplication() {
        application = AccountsOnly.start("jdbc:h2:mem:accounts;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    }

    @AfterAll
    static void stopApplication() {
        application.close();
    }

    @Override
    ConfigurableApplicationContext application() {
        return application;
    }
}
