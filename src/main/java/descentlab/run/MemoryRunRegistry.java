package descentlab.run;

import descentlab.client.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs in this process's memory. A run that has ended and was not used for some time is forgotten; so are the longest
 * unused ones when there are too many or they are too large.
 */
final class MemoryRunRegistry implements RunRegistry {

    /** So many runs may be added without a look at how large all are together. */
    private static final int UNSWEPT = 16;

    private final AtomicInteger added = new AtomicInteger();
    private final int mostRuns;
    private final long mostBytes;
    private final Duration kept;
    private final Map<RunId, Run> runs = new ConcurrentHashMap<>();

    MemoryRunRegistry(int mostRuns, long mostBytes, Duration kept) {
        this.mostRuns = mostRuns;
        this.mostBytes = mostBytes;
        this.kept = kept;
    }

    @Override
    public void add(Run run) {
        runs.put(run.id(), run);
        // Not at each, which would look at all: a class that explores starts runs by the hundred.
        if (runs.size() > mostRuns || added.incrementAndGet() % UNSWEPT == 0) {
            sweep();
        }
    }

    @Override
    public Optional<Run> find(RunId id) {
        Optional<Run> found = Optional.ofNullable(runs.get(id));
        found.ifPresent(Run::use);
        return found;
    }

    @Override
    public Optional<Run> find(Requester owner, String experiment) {
        Optional<Run> found = runs.values().stream()
                .filter(run -> run.owner().name().equals(owner.name()) && run.experiment().equals(experiment))
                .max(Comparator.comparing(Run::lastUse));
        found.ifPresent(Run::use);
        return found;
    }

    @Override
    public void remove(RunId id) {
        runs.remove(id);
    }

    @Override
    public int size() {
        return runs.size();
    }

    /** Forgets what is over its time or over the bounds. */
    void sweep() {
        Instant oldest = Instant.now().minus(kept);
        runs.values().stream().filter(run -> run.pausedBefore(oldest)).forEach(Run::cancel);
        runs.values().removeIf(run -> run.ended() && run.lastUse().isBefore(oldest));
        List<Run> ended = runs.values().stream()
                .filter(Run::ended)
                .sorted(Comparator.comparing(Run::lastUse))
                .toList();
        long bytes = runs.values().stream().mapToLong(run -> run.log().bytes()).sum();
        int count = runs.size();
        for (Run run : ended) {
            if (count <= mostRuns && bytes <= mostBytes) {
                return;
            }
            runs.remove(run.id());
            count--;
            bytes -= run.log().bytes();
        }
    }
}
