package descentlab.load;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What went wrong, counted by kind; and what was expected, which goes wrong too if it does not come in time. */
public final class Incidents {

    /** How soon whatever somebody did has to show an effect. */
    public static final int BOUND_SECONDS = 10;

    private static final int LONGEST = 320;

    /** Kinds that are told apart; whatever else comes is counted together. */
    private static final int MOST_KINDS = 200;

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final LongAdder expected = new LongAdder();

    /** What is expected, until it is closed: because it came, or because it is known why it does not. */
    public static final class Expected implements AutoCloseable {

        private final CompletableFuture<Void> settled = new CompletableFuture<>();

        @Override
        public void close() {
            settled.complete(null);
        }
    }

    /** Expects something, named with its article, within the bound; its not coming is an incident. */
    public Expected expect(String what) {
        expected.increment();
        Expected one = new Expected();
        one.settled
                .orTimeout(BOUND_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    add(what + " did not come within " + BOUND_SECONDS + " s");
                    return null;
                });
        return one;
    }

    /** How much was expected so far. */
    public long expected() {
        return expected.sum();
    }

    public void add(String kind) {
        add(kind, 1);
    }

    public void add(String kind, long times) {
        if (times > 0) {
            String line = kind.lines().findFirst().orElse("");
            String key = line.substring(0, Math.min(LONGEST, line.length()));
            String counted = counts.size() < MOST_KINDS || counts.containsKey(key) ? key : "others";
            counts.computeIfAbsent(counted, name -> new LongAdder()).add(times);
        }
    }

    public void add(String what, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        add(what + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage());
    }

    public void addAll(Incidents others) {
        others.counts.forEach((kind, count) -> add(kind, count.sum()));
    }

    public long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public String lines() {
        StringBuilder lines = new StringBuilder();
        counts.forEach((kind, count) -> lines.append(String.format("  %6d  %s%n", count.sum(), kind)));
        return lines.isEmpty() ? "  none\n" : lines.toString();
    }
}
