package descentlab.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What went wrong, and what was seen of absences that a browser gets over by itself. */
final class Troubles {

    private static final int LONGEST = 160;

    private final Map<String, LongAdder> seen = new ConcurrentSkipListMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** Counts what is to be expected of an absence. */
    void note(String what) {
        String line = String.valueOf(what).lines().findFirst().orElse("").replaceAll("[0-9a-f]{8,}|\\d+", "#");
        seen.computeIfAbsent(line.substring(0, Math.min(LONGEST, line.length())), each -> new LongAdder()).increment();
    }

    /** Keeps what must not be. */
    synchronized void wrong(String what) {
        wrong.add(what);
        System.out.println("  WRONG: " + what);
    }

    void wrong(List<String> all) {
        all.forEach(this::wrong);
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    String seen() {
        StringBuilder text = new StringBuilder();
        seen.forEach((what, count) -> text.append(String.format("  %6d  %s%n", count.sum(), what)));
        return text.toString();
    }
}
