package descentlab.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An HAProxy that sends each browser to one server, and to another when that is gone. */
public final class Proxy implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

    private final int port;
    private final int statistics;
    private final Process process;

    /** @param folder for its configuration and its log */
    Proxy(Path folder, List<ServerProcess> servers) throws IOException {
        port = ThreeServers.freePort();
        statistics = ThreeServers.freePort();
        StringBuilder config = new StringBuilder("""
                global
                    maxconn 8000
                    stats socket ipv4@127.0.0.1:%d level user
                defaults
                    mode http
                    # Else a room's event waits up to 200 ms for more to be sent with it.
                    option http-no-delay
                    timeout connect 1s
                    timeout client 2m
                    timeout server 2m
                    timeout tunnel 10m
                    timeout check 1s
                    option redispatch 1
                    retries 3
                frontend lab
                    bind 127.0.0.1:%d
                    # Bytes are counted as they pass, not at a stream's end.
                    option contstats
                    http-request set-header X-Forwarded-For %%[src]
                    default_backend servers
                backend servers
                    balance roundrobin
                    cookie SERVER insert indirect nocache httponly
                    option httpchk GET /readyz
                    default-server check inter 500ms fastinter 200ms fall 2 rise 1 on-error mark-down observe layer4 error-limit 1 on-marked-down shutdown-sessions
                """.formatted(statistics, port));
        for (int i = 0; i < servers.size(); i++) {
            String name = ThreeServers.name(i);
            config.append("    server %s 127.0.0.1:%d cookie %s%n".formatted(name, servers.get(i).port(), name));
        }
        Path file = folder.resolve("haproxy.cfg");
        Files.writeString(file, config);
        process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Whether this computer has one. */
    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Where browsers come in. */
    URI root() {
        return URI.create("http://localhost:" + port + "/");
    }

    public long pid() {
        return process.pid();
    }

    /** What it answers to a command of its statistics socket, such as {@code show stat}. */
    public String ask(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), statistics)) {
            socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(5, TimeUnit.SECONDS);
    }
}
