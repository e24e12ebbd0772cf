package descentlab.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;

/** Databases with all their tables, which are made once: to make them anew takes longer than most tests of rooms do. */
final class Migrated {

    private static final Set<String> SERVERS = ConcurrentHashMap.newKeySet();

    private Migrated() {}

    /** The URL of a database in a file of a folder: what it was when it was closed, or with nothing in its tables. */
    static String file(Path home) {
        Path file = home.resolve("rooms.mv.db");
        if (Files.notExists(file)) {
            try {
                Files.write(file, Empty.FILE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return url(home);
    }

    /** The same URL, of a database that has its tables. */
    static String server(String url) {
        if (!SERVERS.contains(url)) {
            migrate(url);
            SERVERS.add(url);
        }
        return url;
    }

    private static String url(Path home) {
        return "jdbc:h2:file:" + home.resolve("rooms") + ";DB_CLOSE_DELAY=0";
    }

    private static void migrate(String url) {
        Flyway.configure().dataSource(url, null, null).locations("classpath:db/migration").load().migrate();
    }

    private static final class Empty {

        private static final byte[] FILE = make();

        private static byte[] make() {
            try {
                Path home = Files.createTempDirectory("migrated");
                migrate(url(home));
                byte[] file = Files.readAllBytes(home.resolve("rooms.mv.db"));
                Files.delete(home.resolve("rooms.mv.db"));
                Files.delete(home);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
