package descentlab.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One server, in a process of its own that can be killed, stopped, continued and started again. */
public final class ServerProcess {

    private static final Pattern SETUP = Pattern.compile("/account/welcome#(\\S+)");
    private static final Pattern READY = Pattern.compile("Descent Lab is at http");
    private static final long PATIENCE_SECONDS = 180;

    private final List<String> command;
    private final Map<String, String> settings;
    private final Path log;
    private volatile Process process;

    /** @param command that runs the application */
    ServerProcess(List<String> command, Map<String, String> settings, Path log) {
        this.command = List.copyOf(command);
        this.settings = Map.copyOf(settings);
        this.log = log;
    }

    /** Starts it; see {@link #awaitReady}. */
    public void begin() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DESCENTLAB_") || name.startsWith("DATABASE_"));
        builder.environment().putAll(settings);
        Files.deleteIfExists(log);
        process = builder.start();
        Process mine = process;
        Runtime.getRuntime().addShutdownHook(new Thread(mine::destroyForcibly));
    }

    /** Waits until it has said that it answers. */
    public void awaitReady() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            if (READY.matcher(said()).find()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("The server did not start: see " + log);
    }

    /** What stands behind the # of its link for the first teacher, which it prints a moment after it is ready. */
    public Optional<String> awaitSetupSecret() throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            Matcher found = SETUP.matcher(said());
            if (found.find()) {
                return Optional.of(found.group(1));
            }
            Thread.sleep(100);
        }
        return Optional.empty();
    }

    /** What is in its log. */
    public String said() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    public Path log() {
        return log;
    }

    public int port() {
        return Integer.parseInt(settings.get("PORT"));
    }

    public int managementPort() {
        return Integer.parseInt(settings.get("DESCENTLAB_MANAGEMENT_PORT"));
    }

    /** Its settings, as environment variables. */
    public Map<String, String> settings() {
        return settings;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as by {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Has it run no more, as by {@code kill -STOP}. */
    public void stop() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on after {@link #stop}. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }

    /** Ends it as a stop of the service does. */
    public void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
