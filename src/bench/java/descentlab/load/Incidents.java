package descentlab.load;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What went wrong, counted by kind. */
final class Incidents {

    private static final int LONGEST = 160;

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    void add(String kind) {
        add(kind, 1);
    }

    void add(String kind, long times) {
        if (times > 0) {
            String line = kind.lines().findFirst().orElse("");
            counts.computeIfAbsent(line.substring(0, Math.min(LONGEST, line.length())), key -> new LongAdder()).add(times);
        }
    }

    void add(String what, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        add(what + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage());
    }

    long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        counts.forEach((kind, count) -> lines.append(String.format("  %6d  %s%n", count.sum(), kind)));
        return lines.isEmpty() ? "  none\n" : lines.toString();
    }
}
