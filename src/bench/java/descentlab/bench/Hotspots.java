package descentlab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which of this program's methods its threads were in, by the JVM's own recorder: samples 10 ms apart, each counted for the
 * innermost method of ours, compiled tiles together.
 */
final class Hotspots {

    private static final Duration APART = Duration.ofMillis(10);
    private static final double SMALLEST = 0.01;

    private final Map<String, Integer> counts = new HashMap<>();

    /** While it is open. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    Watch watch(boolean wanted) {
        if (!wanted) {
            return () -> {};
        }
        Recording recording = new Recording();
        recording.enable("jdk.ExecutionSample").withPeriod(APART);
        recording.start();
        return () -> {
            recording.stop();
            try (recording) {
                count(recording);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private void count(Recording recording) throws IOException {
        Path file = Files.createTempFile("hotspots", ".jfr");
        try {
            recording.dump(file);
            RecordingFile.readAllEvents(file).forEach(this::count);
        } finally {
            Files.delete(file);
        }
    }

    private void count(RecordedEvent event) {
        if (event.getStackTrace() != null) {
            event.getStackTrace().getFrames().stream()
                    .map(frame -> frame.getMethod())
                    .filter(method -> method.getType().getName().startsWith("descentlab."))
                    .findFirst()
                    .map(Hotspots::name)
                    .ifPresent(name -> counts.merge(name, 1, Integer::sum));
        }
    }

    private static String name(RecordedMethod method) {
        String type = method.getType().getName();
        if (type.contains(".CompiledTile.")) {
            return "tiles of products";
        }
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }

    void print() {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("ours, by method, of " + (int) all + " samples:");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .filter(entry -> entry.getValue() >= SMALLEST * all)
                .forEach(entry -> System.out.printf("  %5.1f %%  %s%n", 100 * entry.getValue() / all, entry.getKey()));
    }
}
