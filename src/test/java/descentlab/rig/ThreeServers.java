package descentlab.rig;

import descentlab.progress.LocalPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Three servers of one lab with a PostgreSQL and an HAProxy before them, which sends each browser to one server and to
 * another when that is gone. All of it listens on loopback only, and keeps what it has in one folder.
 */
public final class ThreeServers implements AutoCloseable {

    public static final int COUNT = 3;

    private final Path folder;
    private final LocalPostgres postgres;
    private final List<ServerProcess> servers = new ArrayList<>();
    private Proxy proxy;

    private ThreeServers(Path folder, LocalPostgres postgres, List<String> command, Map<String, String> more)
            throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        List<String> members = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            members.add(address(i) + ":" + freePort());
        }
        String cluster = String.join(",", members);
        for (int i = 0; i < COUNT; i++) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "PORT", String.valueOf(freePort()),
                    "DESCENTLAB_MANAGEMENT_PORT", String.valueOf(freePort()),
                    "DESCENTLAB_HOME", folder.resolve("home-" + name(i)).toString(),
                    "DESCENTLAB_CLUSTER", cluster,
                    "DESCENTLAB_CLUSTER_ADDRESS", members.get(i),
                    "DESCENTLAB_PROXIES", "127.0.0.1",
                    "DATABASE_URL", postgres.url()));
            settings.putAll(more);
            servers.add(new ServerProcess(command, settings, folder.resolve("server-" + name(i) + ".log")));
        }
    }

    /** What the proxy's cookie says of a server. */
    public static String name(int server) {
        return String.valueOf((char) ('a' + server));
    }

    /** By which a server is reached by the others; each has its own, so that a rule may tell them apart. */
    public static String address(int server) {
        return "127.0.0.1" + (server + 1);
    }

    /** Whether this computer has what it takes beside Java. */
    public static boolean isPossible() {
        return Proxy.isThere() && Files.isDirectory(Path.of("/usr/lib/postgresql"));
    }

    /**
     * Starts them all and waits until they answer.
     *
     * @param folder for what they keep and say
     * @param command that runs the application
     * @param more settings of each server
     */
    public static ThreeServers start(Path folder, List<String> command, Map<String, String> more)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        LocalPostgres postgres =
                LocalPostgres.start().orElseThrow(() -> new IllegalStateException("PostgreSQL is not installed."));
        ThreeServers all = new ThreeServers(folder, postgres, command, more);
        try {
            // One after the other, as the link for the first teacher is the last one's.
            for (ServerProcess server : all.servers) {
                server.begin();
                server.awaitReady();
            }
            all.proxy = new Proxy(folder, all.servers);
            return all;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            all.close();
            throw failed;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Where browsers come in. */
    public URI root() {
        return proxy.root();
    }

    /** What stands behind the # of the link for the first teacher, while there is none. */
    public String setupSecret() throws IOException, InterruptedException {
        return servers.getLast().awaitSetupSecret().orElseThrow();
    }

    public List<ServerProcess> servers() {
        return List.copyOf(servers);
    }

    public Proxy proxy() {
        return proxy;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public Path folder() {
        return folder;
    }

    /** Which server leads a room, by the database. */
    public Optional<ServerProcess> leader(String room) throws IOException {
        String id = postgres.ask("select leader from room where code = '" + room + "'");
        for (ServerProcess server : servers) {
            if (!id.isEmpty() && server.isAlive() && server.said().contains("This server is " + id)) {
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (proxy != null) {
            proxy.close();
        }
        for (ServerProcess server : servers) {
            if (server.isAlive()) {
                server.goOn();
                server.end();
            }
        }
        postgres.close();
    }
}
