package descentlab.run;

import descentlab.client.Elsewhere;
import descentlab.client.Refusal;
import descentlab.client.Requester;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few platform threads that compute for everybody in fair turns: clients take turns, their requesters take turns among
 * themselves, and so do each one's jobs, so that one who asks for much delays nobody else by more than a slice. What has
 * hardly been computed yet goes before what takes long: somebody waits for it, be it a small race or a first curve; and
 * what takes long gives the thread back at once when such a job comes. It still gets every few turns, however much comes.
 * Large jobs, those that hold much memory, wait in line for one of a few {@link Seats} besides. Quotas bound what waits;
 * a job has a budget of computing time: that of the pool's own threads, so that a busy machine makes it no shorter.
 */
public final class ComputePool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ComputePool.class);

    /** How long a turn is by the rank of the job; a small race fits the first. */
    private static final Duration[] SLICES = {Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(4)};

    /** Longer, since where a slice ends the threads that help wait for each other; it is cut short when others come. */
    private static final Duration LARGE_SLICE = Duration.ofMillis(30);

    /** Between two slices of what takes long while requests have to wait. */
    private static final Duration REST = Duration.ofMillis(6);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * What may be asked of the pool.
     *
     * @param threads that compute
     * @param jobsPerOwner unfinished jobs of one owner
     * @param jobs unfinished jobs of all
     * @param budget computing time of a job
     * @param large what may be asked for by large jobs, beyond that
     */
    record Quota(int threads, int jobsPerOwner, int jobs, Duration budget, Seats.Quota large) {}

    /** The slice of a job; all that help it may ask whether it is over. */
    private final class Slice implements BooleanSupplier {
        private final int rank;
        private final long until;
        private volatile boolean over;

        /** @param rank of the job; only those before it may cut the slice short */
        private Slice(int rank, long until) {
            this.rank = rank;
            this.until = until;
        }

        @Override
        public boolean getAsBoolean() {
            if (!over && (ready.first() < rank || System.nanoTime() >= until)) {
                over = true;
            }
            return over;
        }
    }

    private final Quota quota;
    private final BooleanSupplier rush;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final ReadyJobs ready = new ReadyJobs();
    private final Set<Job> beginning = new LinkedHashSet<>();
    private final Set<Job> large = new LinkedHashSet<>();
    private final JobAdmission admission;
    private final Seats seats;
    private boolean closed;

    /** When a slice of what takes long ended last. */
    private long longEnded = System.nanoTime() - REST.toNanos();

    ComputePool(Quota quota) {
        this(quota, () -> false, Elsewhere.nothing());
    }

    /**
     * @param rush whether requests have to wait: then what takes long steps back between short slices
     * @param elsewhere large jobs on other servers
     */
    ComputePool(Quota quota, BooleanSupplier rush, Elsewhere elsewhere) {
        this.quota = quota;
        this.rush = rush;
        this.admission = new JobAdmission(quota.jobsPerOwner(), quota.jobs(), Elsewhere.nothing());
        this.seats = new Seats(quota.large(), elsewhere);
        for (int i = 1; i <= quota.threads(); i++) {
            Thread.ofPlatform().name("compute-" + i).daemon().priority(Thread.MIN_PRIORITY + 1).start(this::serve);
        }
    }

    /**
     * Queues work.
     *
     * @param owner who asks; equal owners share their turns
     * @throws TooBusyException if the owner or all together have too much waiting
     */
    Job submit(Requester owner, Computation computation) {
        Job job = new Job(this, owner, computation);
        lock.lock();
        try {
            admit(job);
            job.parked = true;
            job.begins = true;
            beginning.add(job);
        } finally {
            lock.unlock();
        }
        CompletableFuture<?> begun;
        try {
            begun = computation.begin();
        } catch (RuntimeException e) {
            begun = CompletableFuture.failedFuture(e); // its first slice meets with it too
        }
        job.begun = begun;
        job.done().whenComplete((done, failure) -> computation.over());
        begun.whenComplete((nothing, failure) -> letBegin());
        return job;
    }

    private void admit(Job job) {
        JobAdmission.Answer answer = closed ? JobAdmission.Answer.ALL : admission.ask(job.owner);
        if (answer != JobAdmission.Answer.ADMITTED) {
            Refusal.RUN.count();
            throw new TooBusyException(switch (answer) {
                case OWN ->
                    "You already have " + admission.of(job.owner)
                            + " runs under way, the most one may have. Wait for one to end, or stop it.";
                case CLIENT ->
                    "Your network has " + admission.jobs().of(job.owner.client()) + " of the " + unfinishedJobs()
                            + " runs that wait, its full portion: what is left is kept for others. Try again in a moment.";
                default ->
                    "The server has " + unfinishedJobs() + " runs waiting, the most it takes. Try again in a moment.";
            });
        }
        if (job.large()) {
            seats.admit(job.owner, job.memory);
            large.add(job);
        }
        admission.enter(job.owner);
    }

    /** Lets those go on for which all is there, in the order in which they came. */
    private void letBegin() {
        lock.lock();
        try {
            List<Job> begun = beginning.stream().filter(Job::hasBegun).toList();
            begun.forEach(beginning::remove);
            for (Job job : begun) {
                job.begins = false;
                if (job.parked && !rests(job)) {
                    job.parked = false;
                    enqueue(job);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** See {@link Job#cancel}. */
    void cancel(Job job) {
        lock.lock();
        try {
            job.cancelled = true;
            job.paused = false;
            if (job.parked || seats.leaveLine(job)) {
                job.parked = false;
                ready(job); // to end it takes no seat
            }
        } finally {
            lock.unlock();
        }
    }

    /** Cancels the large jobs of one who has gone and will not ask what became of them. */
    void cancelLarge(String owner) {
        lock.lock();
        try {
            large.stream().filter(job -> job.owner.name().equals(owner)).toList().forEach(this::cancel);
        } finally {
            lock.unlock();
        }
    }

    /** See {@link Job#pause}. */
    void pause(Job job) {
        lock.lock();
        try {
            job.paused = !job.cancelled;
            job.computation.hold();
            if (rests(job) && seats.leaveLine(job)) {
                job.parked = true;
                job.standsAt(0, 0);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is to have no turns. While it is paused, it may look back for as long as it may compute. */
    private boolean rests(Job job) {
        return job.paused
                && !(job.computation.looksBack() && job.nanosOfLookingBack <= budget(job).toNanos());
    }

    private Duration budget(Job job) {
        return job.large() ? quota.large().budget() : quota.budget();
    }

    /** See {@link Job#resume}. */
    void resume(Job job) {
        lock.lock();
        try {
            job.paused = false;
            job.computation.goOn();
            if (job.parked && !job.begins) {
                job.parked = false;
                enqueue(job);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Jobs that wait or run. */
    public int unfinishedJobs() {
        lock.lock();
        try {
            return (int) admission.jobs().taken();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What it has to do.
     *
     * @param small unfinished jobs that hold little memory
     * @param large unfinished jobs that hold much
     * @param waiting those of the large ones that stand in line for a seat
     * @param seated those of the large ones that have one
     */
    public record Load(int small, int large, int waiting, int seated) {}

    /** What it has to do just now. */
    public Load load() {
        lock.lock();
        try {
            return new Load(unfinishedJobs() - seats.jobs(), seats.jobs(), seats.waiting(), seats.taken());
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        try {
            for (ReadyJobs.Turn turn = take(); turn != null; turn = take()) {
                if (slice(turn)) {
                    finished(turn.job());
                } else {
                    putBack(turn.job());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next turn. Null once closed. */
    private ReadyJobs.Turn take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                long rest = ready.isEmpty() ? Long.MAX_VALUE : rest();
                if (rest <= 0) {
                    return ready.take();
                }
                work.awaitNanos(rest);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** For how long nothing is to be begun, since only long work is there and requests have to wait. */
    private long rest() {
        return ready.first() == ReadyJobs.LAST && rush.getAsBoolean()
                ? longEnded + REST.toNanos() - System.nanoTime()
                : 0;
    }

    private void putBack(Job job) {
        lock.lock();
        try {
            if (job.rank() == ReadyJobs.LAST) {
                longEnded = System.nanoTime();
            }
            if (rests(job)) {
                job.parked = true;
                standUp(job);
            } else if (!job.cancelled && job.seated && seats.turnIsOver(job)) {
                seats.wait(job);
                standUp(job);
            } else {
                ready(job);
            }
        } finally {
            lock.unlock();
        }
    }

    /** To a seat or into the line, if it is large; else, or if it is about to end, to the slices at once. */
    private void enqueue(Job job) {
        if (job.large() && !job.cancelled) {
            seats.wait(job);
            fillSeats();
        } else {
            ready(job);
        }
    }

    private void standUp(Job job) {
        if (job.seated) {
            job.seated = false;
            seats.standUp();
            fillSeats();
        }
    }

    private void fillSeats() {
        for (Job next = seats.seatNext(); next != null; next = seats.seatNext()) {
            ready(next);
        }
    }

    private void ready(Job job) {
        ready.add(job, job.rank());
        work.signal();
    }

    private void finished(Job job) {
        lock.lock();
        try {
            admission.leave(job.owner);
            beginning.remove(job);
            if (job.large()) {
                large.remove(job);
                seats.left(job.owner, job.memory);
            }
            standUp(job);
        } finally {
            lock.unlock();
        }
        if (job.failure == null) {
            job.done.complete(null);
        } else {
            job.done.completeExceptionally(job.failure);
        }
    }

    private boolean slice(ReadyJobs.Turn turn) {
        Job job = turn.job();
        try {
            if (job.cancelled) {
                job.computation.cancelled();
                return true;
            }
            long start = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            int rank = job.rank();
            // A turn that is owed is not cut short: so it is short.
            long longest =
                    (job.large() && !turn.owed() && !rush.getAsBoolean() ? LARGE_SLICE : SLICES[rank]).toNanos();
            boolean paused = job.paused;
            boolean done = work(job, paused, new Slice(turn.owed() ? 0 : rank, start + longest));
            job.nanosOfTurn += System.nanoTime() - start;
            long nanos = THREADS.getCurrentThreadCpuTime() - cpuStart;
            if (paused) {
                lookedBack(job, nanos);
            } else {
                job.nanos += nanos;
            }
            if (!done && job.nanos > budget(job).toNanos()) {
                job.computation.budgetSpent(
                        "Stopped after " + budget(job).toSeconds() + " s of computing, the most such a run may take.");
                return true;
            }
            return done;
        } catch (RuntimeException | Error e) {
            LOG.error("A computation failed", e);
            job.failure = e;
            job.computation.failed();
            return true;
        }
    }

    private void lookedBack(Job job, long nanos) {
        long most = budget(job).toNanos();
        boolean hadTime = job.nanosOfLookingBack <= most;
        job.nanosOfLookingBack += nanos;
        if (hadTime && job.nanosOfLookingBack > most) {
            job.computation.lookingBackSpent();
        }
    }

    private static boolean work(Job job, boolean paused, Slice slice) {
        if (paused) {
            job.computation.lookBack(slice);
            return false;
        }
        return job.computation.advance(slice);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
