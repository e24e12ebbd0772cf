package descentlab.operator;

import descentlab.database.DatabaseState;
import descentlab.database.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;

/** What must be well for anything to be kept: the database, and room on the disk of the home folder. */
final class Writing {

    /** Less than this is too little: a database that cannot write its next page loses what it is about to keep. */
    static final long LEAST_FREE = 100L << 20;

    private static final int QUERY_SECONDS = 5;

    private Writing() {}

    /** Whether the database took the last that was written, and would take more. */
    static Supplier<Health> database(DataSource source, DatabaseState state) {
        return () -> {
            Optional<DatabaseState.Trouble> trouble = state.trouble();
            if (trouble.isPresent()) {
                return Health.down()
                        .withDetail("since", trouble.get().since().toString())
                        .withDetail("readable", trouble.get().readable())
                        .withDetail("cause", trouble.get().cause())
                        .withDetail("refused", trouble.get().refused())
                        .build();
            }
            try (Connection connection = source.getConnection()) {
                Pulse.rehearse(connection, QUERY_SECONDS);
                return Health.up()
                        .withDetail("database", connection.getMetaData().getDatabaseProductName())
                        .build();
            } catch (SQLException away) {
                return Health.down(away).build();
            }
        };
    }

    /** Whether the disk of a folder has room. */
    static Supplier<Health> disk(Path home) {
        return () -> {
            try {
                long free = Files.getFileStore(existing(home.toAbsolutePath())).getUsableSpace();
                return (free >= LEAST_FREE ? Health.up() : Health.down())
                        .withDetail("path", home.toAbsolutePath().toString())
                        .withDetail("freeBytes", free)
                        .withDetail("leastBytes", LEAST_FREE)
                        .build();
            } catch (IOException unreadable) {
                return Health.down(unreadable).build();
            }
        };
    }

    /** The folder, or the one that it would be made in. */
    private static Path existing(Path folder) {
        Path found = folder;
        while (!Files.exists(found)) {
            found = found.getParent();
        }
        return found;
    }
}
