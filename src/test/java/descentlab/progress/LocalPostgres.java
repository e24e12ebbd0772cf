package descentlab.progress;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package, with a cluster of its own in a temporary folder. */
public final class LocalPostgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private static LocalPostgres ofAllTests;
    private static int databases;

    private final Path bin;
    private final Path folder;
    private final int port;

    private LocalPostgres(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /**
     * The address of a new database in the one server of all tests, which ends with them; the test that asks is skipped where the
     * package is not there.
     */
    public static synchronized String database() throws IOException, InterruptedException {
        if (ofAllTests == null) {
            ofAllTests = start().orElse(null);
            assumeTrue(ofAllTests != null, "PostgreSQL is not installed");
        }
        String name = "test" + ++databases;
        try (Connection connection = DriverManager.getConnection(ofAllTests.url())) {
            connection.createStatement().executeUpdate("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return ofAllTests.url(name);
    }

    /** Starts one, if the package is there. */
    public static Optional<LocalPostgres> start() throws IOException, InterruptedException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        Optional<Path> bin;
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            bin = versions.map(version -> version.resolve("bin"))
                    .filter(path -> Files.isExecutable(path.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
        if (bin.isEmpty()) {
            return Optional.empty();
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("descentlab-postgres");
        LocalPostgres postgres = new LocalPostgres(bin.get(), folder, port);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::closeIfOpen)); // of one that is ended by a signal
        if (root()) {
            postgres.run("chown", "postgres", folder.toString());
        }
        Path data = folder.resolve("data");
        boolean up = postgres.asOwner("initdb", "-D", data.toString(), "-U", "lab", "-A", "trust", "-E", "UTF8")
                && postgres.up();
        return up ? Optional.of(postgres) : Optional.empty();
    }

    /** Starts it again after {@link #down}, at the same port, with what it had. */
    public boolean up() throws IOException, InterruptedException {
        return asOwner(
                "pg_ctl",
                "-D",
                folder.resolve("data").toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -h 127.0.0.1 -k " + folder,
                "start");
    }

    /** Stops it as if it had crashed. */
    public void down() throws IOException, InterruptedException {
        asOwner("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
    }

    public String url() {
        return url("postgres");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=lab";
    }

    /** The one value that a question gives, as text; empty if there is none. */
    public String ask(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** PostgreSQL refuses to run as root. */
    private boolean asOwner(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    private void closeIfOpen() {
        try {
            if (Files.exists(folder)) {
                close();
            }
        } catch (IOException failed) {
            // It is the process's end.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        down();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
