package descentlab.rig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs three servers until it is ended. */
public final class Rig {

    private Rig() {}

    /** @param command that runs the application */
    public static void main(String[] command) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ended.countDown();
            try {
                closed.await();
            } catch (InterruptedException atOnce) {
                Thread.currentThread().interrupt();
            }
        }));
        try (ThreeServers servers =
                ThreeServers.start(Path.of("target", "cluster"), List.of(command), Map.of())) {
            System.out.println("Three servers are one lab at " + servers.root() + " (Ctrl-C stops them)");
            servers.servers().getLast().awaitSetupSecret().ifPresent(secret -> System.out.println(
                    "Set up the first teacher: " + servers.root() + "account/welcome#" + secret));
            for (int i = 0; i < ThreeServers.COUNT; i++) {
                ServerProcess server = servers.servers().get(i);
                System.out.println("  server " + ThreeServers.name(i) + ": process " + server.pid() + ", http://localhost:"
                        + server.port() + ", log " + servers.folder().resolve("server-" + ThreeServers.name(i) + ".log"));
            }
            ended.await();
        } finally {
            closed.countDown();
        }
    }
}
