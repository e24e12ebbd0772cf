package descentlab.siege;

import descentlab.load.Server;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The server's heap after full collections, before the attacks and after: whether what they took has come back. */
final class Memory {

    private static final double MB = 1 << 20;

    /** What the class itself may have come to hold meanwhile, of all the heap. */
    private static final int SHARE = 8;

    /** What the server says of the runs that it keeps for half an hour, within a bound of its own. */
    private static final String RUNS = "descentlab_runs_size_bytes";

    private static final long LONGEST_SECONDS = 180;
    private static final int PATIENCE_SECONDS = 30;
    private static final int CLASSES = 8;

    /** Bytes after a full collection, those of kept runs among them, and by class. */
    private record State(long bytes, long runs, Map<String, Long> classes) {

        /** A server that is out of memory does not answer. */
        static final State UNKNOWN = new State(Long.MAX_VALUE, 0, Map.of());

        long withoutRuns() {
            return bytes - runs;
        }
    }

    private final Server server;
    private final long most;
    private State before = State.UNKNOWN;
    private State after = State.UNKNOWN;
    private double seconds;

    Memory(Server server) {
        this.server = server;
        this.most = server.mostHeap();
    }

    void before() {
        before = state();
    }

    /** Waits until it is back, but not for ever. */
    void awaitBack() {
        long begin = System.nanoTime();
        do {
            Front.sleep(10_000);
            after = state();
            seconds = (System.nanoTime() - begin) / 1e9;
        } while (!isBack() && server.isAlive() && seconds < LONGEST_SECONDS);
    }

    boolean isBack() {
        return after != State.UNKNOWN && before != State.UNKNOWN
                && after.withoutRuns() <= before.withoutRuns() + most / SHARE;
    }

    private State state() {
        long bytes = asked(server::heapAfterCollection, Long.MAX_VALUE);
        if (bytes == Long.MAX_VALUE) {
            return State.UNKNOWN;
        }
        Map<String, Double> figures = asked(server::figures, Map.of());
        return new State(bytes, figures.getOrDefault(RUNS, 0.0).longValue(), asked(server::bytesByClass, Map.of()));
    }

    private static <T> T asked(Callable<T> question, T otherwise) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                        try {
                            return question.call();
                        } catch (Exception failed) {
                            throw new CompletionException(failed);
                        }
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception silent) {
            return otherwise;
        }
    }

    String lines() {
        if (after == State.UNKNOWN || before == State.UNKNOWN) {
            return "heap after full collections: the server did not say\n";
        }
        StringBuilder lines = new StringBuilder(String.format(Locale.ROOT,
                "heap after full collections: %.1f MB before the attacks, %.1f of them kept runs; %.1f MB %.0f s after them, %.1f"
                        + " of them kept runs%n(back is, without kept runs, at most %.1f MB more than before, an eighth of %.0f MB)%n"
                        + "what grew most, MB:",
                before.bytes() / MB, before.runs() / MB, after.bytes() / MB, seconds, after.runs() / MB,
                most / MB / SHARE, most / MB));
        Map<String, Long> grown = new HashMap<>(after.classes());
        grown.replaceAll((type, bytes) -> bytes - before.classes().getOrDefault(type, 0L));
        grown.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(CLASSES)
                .forEach(type -> lines.append(String.format(Locale.ROOT, " %.1f %s", type.getValue() / MB, type.getKey())));
        return lines.append('\n').toString();
    }
}
