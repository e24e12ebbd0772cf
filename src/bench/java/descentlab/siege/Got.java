package descentlab.siege;

import descentlab.load.Incidents;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What an attack got: how often it was answered in which way, and what it could hold at most. */
final class Got {

    private final Incidents outcomes = new Incidents();
    private final Map<String, Long> most = new ConcurrentSkipListMap<>();

    void add(String outcome) {
        outcomes.add(outcome);
    }

    void add(String outcome, long times) {
        outcomes.add(outcome, times);
    }

    void addAll(Incidents met) {
        outcomes.addAll(met);
    }

    /** It holds so much of something now. */
    void holds(String what, long count) {
        most.merge(what, count, Math::max);
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        most.forEach((what, count) -> lines.append(String.format("  %6d  %s at most%n", count, what)));
        return outcomes.count() > 0 ? lines + outcomes.lines() : lines.toString();
    }
}
