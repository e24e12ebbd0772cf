package descentlab.run;

import descentlab.client.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs in this process's memory. A run that has ended and was not used for some time is forgotten; so are the longest
 * unused ones when there are too many or they are too large.
 *
 * <p>Looking for what to forget goes on beside those who start and find runs: it holds no lock, and its failure is
 * nobody else's.
 */
final class MemoryRunRegistry implements RunRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryRunRegistry.class);

    /** So many runs may be added without a look at how large all are together. */
    private static final int UNSWEPT = 16;

    /** Whose run of what. */
    private record Asked(String owner, String experiment) {
        static Asked by(Run run) {
            return new Asked(run.owner().name(), run.experiment());
        }
    }

    /** A run that has ended, as it was when it was looked at: while many are put in order, others use them. */
    private record Ended(Run run, Instant lastUse, long bytes) {}

    private final AtomicInteger added = new AtomicInteger();
    private final AtomicBoolean sweepDue = new AtomicBoolean();
    private final int mostRuns;
    private final long mostBytes;
    private final Duration kept;
    private final Executor beside;
    private final Map<RunId, Run> runs = new ConcurrentHashMap<>();
    private final Map<Asked, List<Run>> byAsked = new ConcurrentHashMap<>();

    MemoryRunRegistry(int mostRuns, long mostBytes, Duration kept) {
        this(mostRuns, mostBytes, kept, Thread::startVirtualThread);
    }

    /** @param beside where sweeps take place that somebody's new run gives rise to */
    MemoryRunRegistry(int mostRuns, long mostBytes, Duration kept, Executor beside) {
        this.mostRuns = mostRuns;
        this.mostBytes = mostBytes;
        this.kept = kept;
        this.beside = beside;
    }

    @Override
    public Run add(Run run) {
        // First where remove() looks last, so that a sweep in between leaves nothing behind.
        byAsked.merge(Asked.by(run), List.of(run), (others, one) ->
                Stream.concat(others.stream(), one.stream()).toList());
        Run earlier = runs.putIfAbsent(run.id(), run);
        if (earlier != null) {
            leave(run);
            return earlier;
        }
        // Not at each, which would look at all: a class that explores starts runs by the hundred.
        boolean due = added.incrementAndGet() % UNSWEPT == 0 || runs.size() > mostRuns;
        if (due && sweepDue.compareAndSet(false, true)) {
            beside.execute(this::sweepOnce);
        }
        return run;
    }

    private void sweepOnce() {
        sweepDue.set(false);
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.error("Runs that nobody uses could not be forgotten", e);
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
        Optional<Run> found = byAsked.getOrDefault(new Asked(owner.name(), experiment), List.of()).stream()
                .max(Comparator.comparing(Run::lastUse));
        found.ifPresent(Run::use);
        return found;
    }

    @Override
    public List<Run> of(String owner) {
        return runs.values().stream()
                .filter(run -> run.owner().name().equals(owner))
                .toList();
    }

    @Override
    public void remove(RunId id) {
        Run removed = runs.remove(id);
        if (removed != null) {
            leave(removed);
        }
    }

    private void leave(Run removed) {
        removed.rows().close();
        byAsked.computeIfPresent(Asked.by(removed), (asked, all) -> {
            List<Run> left = all.stream().filter(run -> run != removed).toList();
            return left.isEmpty() ? null : left;
        });
    }

    @Override
    public boolean forgetOneLarge() {
        Stream.Builder<Ended> large = Stream.builder();
        for (Run run : runs.values()) {
            if (run.ended() && run.rows().isBooked() && !run.rows().isShared()) {
                large.add(new Ended(run, run.lastUse(), run.log().bytes()));
            }
        }
        Optional<Ended> oldest = large.build().min(Comparator.comparing(Ended::lastUse));
        oldest.ifPresent(ended -> remove(ended.run().id()));
        return oldest.isPresent();
    }

    @Override
    public int size() {
        return runs.size();
    }

    @Override
    public long bytes() {
        return runs.values().stream().mapToLong(run -> run.log().bytes()).sum();
    }

    /** Forgets what is over its time or over the bounds. */
    void sweep() {
        Instant oldest = Instant.now().minus(kept);
        runs.values().stream().filter(run -> run.pausedBefore(oldest)).forEach(Run::cancel);
        long bytes = 0;
        int count = 0;
        Stream.Builder<Ended> ended = Stream.builder();
        for (Run run : runs.values()) {
            if (!run.ended()) {
                bytes += run.log().bytes();
                count++;
                continue;
            }
            Ended seen = new Ended(run, run.lastUse(), run.log().bytes());
            if (seen.lastUse().isBefore(oldest)) {
                remove(run.id());
            } else {
                ended.add(seen);
                bytes += seen.bytes();
                count++;
            }
        }
        for (Ended next : ended.build().sorted(Comparator.comparing(Ended::lastUse)).toList()) {
            if (count <= mostRuns && bytes <= mostBytes) {
                return;
            }
            remove(next.run().id());
            count--;
            bytes -= next.bytes();
        }
    }
}
