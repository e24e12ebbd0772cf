package descentlab.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built application as one server, in a process of its own, with an empty home. */
public final class Alone implements Lab {

    private static final Pattern SETUP = Pattern.compile("(http://localhost:\\d+/)account/welcome#(\\S+)");
    private static final long PATIENCE_SECONDS = 180;

    private final Path log;
    private final Process process;
    private final Path home;
    private final URI root;
    private final String secret;
    private Server server;

    public Alone() throws Exception {
        this("load", Map.of());
    }

    /**
     * Starts it.
     *
     * @param name of what it is started for, which its log has
     * @param settings environment variables
     */
    public Alone(String name, Map<String, String> settings) throws Exception {
        log = Path.of("target", name + "-server.log");
        int port;
        int managementPort;
        try (ServerSocket free = new ServerSocket(0);
                ServerSocket another = new ServerSocket(0)) {
            port = free.getLocalPort();
            managementPort = another.getLocalPort();
        }
        home = Files.createTempDirectory("descentlab-" + name);
        ProcessBuilder builder = new ProcessBuilder(COMMAND)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of(
                "PORT", String.valueOf(port),
                "DESCENTLAB_MANAGEMENT_PORT", String.valueOf(managementPort),
                "DESCENTLAB_HOME", home.toString()));
        builder.environment()
                .keySet()
                .removeIf(variable -> variable.startsWith("DATABASE_")
                        || variable.equals("DESCENTLAB_SETUP")
                        || variable.equals("DESCENTLAB_MANAGEMENT_ADDRESS"));
        builder.environment().putAll(settings);
        process = builder.start();
        // It is not left behind when this is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Matcher setup = setup();
        root = URI.create(setup.group(1));
        secret = setup.group(2);
        server = new Server("one", process.pid(), log, managementPort);
    }

    /** Waits for the link by which the first teacher is set up, which the server prints once it answers. */
    private Matcher setup() throws Exception {
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            Matcher found = SETUP.matcher(Files.readString(log));
            if (found.find()) {
                return found;
            }
            Thread.sleep(100);
        }
        close();
        throw new IllegalStateException("the server did not start: see " + log);
    }

    @Override
    public URI root() {
        return root;
    }

    @Override
    public String secret() {
        return secret;
    }

    public Server server() {
        return server;
    }

    @Override
    public List<Server> servers() {
        return List.of(server);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
