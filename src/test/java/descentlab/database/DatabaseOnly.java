package descentlab.database;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The database as the application opens it, for tests of what is kept in it. */
@TestConfiguration
@Import(DatabaseConfiguration.class)
public class DatabaseOnly {}
