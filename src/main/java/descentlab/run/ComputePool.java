package descentlab.run;

import descentlab.client.Requester;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few platform threads that compute for everybody in fair turns: owners take turns, each owner's jobs take turns
 * among themselves, and a turn is a slice of some milliseconds, so that one who asks for much delays nobody else by
 * more than a slice per owner. Large jobs, those that hold much memory, wait in line for one of a few {@link Seats}
 * besides, so that however many they are, what is small waits for few of their slices. Quotas bound what waits; a job
 * has a budget of computing time: that of the pool's own threads, so that a busy machine makes it no shorter.
 */
public final class ComputePool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ComputePool.class);
    private static final Duration SLICE = Duration.ofMillis(4);
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

    /** A submitted piece of work. */
    final class Job {
        private final Requester owner;
        private final Computation computation;
        private final long memory;
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private volatile boolean cancelled;

        /** Whether it is to wait, whether it does, and whether it has a seat: all under the pool's lock. */
        private boolean paused;

        private boolean parked;
        private boolean seated;
        private int place;
        private int lineLength;
        private long nanosOfTurn;
        private long nanos;
        private Throwable failure;

        private Job(Requester owner, Computation computation) {
            this.owner = owner;
            this.computation = computation;
            this.memory = computation.memory();
        }

        /** Completes when the work has ended, however it did. */
        CompletableFuture<Void> done() {
            return done;
        }

        /** Asks for the work to end at its next turn, which comes soon even if it waits. */
        void cancel() {
            lock.lock();
            try {
                cancelled = true;
                paused = false;
                if (parked || seats.leaveLine(this)) {
                    parked = false;
                    ready(this); // to end it takes no seat
                }
            } finally {
                lock.unlock();
            }
        }

        /** Asks for no further turns until {@link #resume}. It still counts as unfinished. */
        void pause() {
            lock.lock();
            try {
                paused = !cancelled;
                if (paused && seats.leaveLine(this)) {
                    parked = true;
                    standsAt(0, 0);
                }
            } finally {
                lock.unlock();
            }
        }

        /** Asks for turns again. */
        void resume() {
            lock.lock();
            try {
                paused = false;
                if (parked) {
                    parked = false;
                    enqueue(this);
                }
            } finally {
                lock.unlock();
            }
        }

        Requester owner() {
            return owner;
        }

        long nanosOfTurn() {
            return nanosOfTurn;
        }

        void sit() {
            seated = true;
            nanosOfTurn = 0;
            standsAt(0, 0);
        }

        /** Where it stands in the line, from 1, and how long that is; 0 where it does not wait. */
        void standsAt(int newPlace, int newLength) {
            if (place != newPlace || lineLength != newLength) {
                place = newPlace;
                lineLength = newLength;
                computation.waits(newPlace, newLength);
            }
        }

        private boolean large() {
            return memory > 0;
        }
    }

    /** How many unfinished jobs an owner has. */
    private record Counts(int all, int large) {
        static final Counts NONE = new Counts(0, 0);

        Counts plus(Job job, int change) {
            return new Counts(all + change, job.large() ? large + change : large);
        }
    }

    private final Quota quota;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final FairQueue<Job> ready = new FairQueue<>();
    private final Map<Requester, Counts> unfinished = new HashMap<>();
    private final Seats seats;
    private int jobs;
    private boolean closed;

    ComputePool(Quota quota) {
        this.quota = quota;
        this.seats = new Seats(quota.large());
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
        lock.lock();
        try {
            Counts mine = unfinished.getOrDefault(owner, Counts.NONE);
            if (mine.all() >= quota.jobsPerOwner()) {
                throw new TooBusyException("You already have " + mine.all()
                        + " runs under way, the most one may have. Wait for one to end, or stop it.");
            }
            if (jobs >= quota.jobs() || closed) {
                throw new TooBusyException("The server has " + jobs + " runs waiting, the most it takes. Try again in a moment.");
            }
            Job job = new Job(owner, computation);
            if (job.large()) {
                seats.admit(job.memory, mine.large());
            }
            jobs++;
            unfinished.put(owner, mine.plus(job, 1));
            enqueue(job);
            return job;
        } finally {
            lock.unlock();
        }
    }

    /** Jobs that wait or run. */
    public int unfinishedJobs() {
        lock.lock();
        try {
            return jobs;
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
            return new Load(jobs - seats.jobs(), seats.jobs(), seats.waiting(), seats.taken());
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        try {
            for (Job job = take(); job != null; job = take()) {
                if (slice(job)) {
                    finished(job);
                } else {
                    putBack(job);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next job of the owner whose turn it is. Null once closed. */
    private Job take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (ready.isEmpty() && !closed) {
                work.await();
            }
            return closed ? null : ready.take();
        } finally {
            lock.unlock();
        }
    }

    private void putBack(Job job) {
        lock.lock();
        try {
            if (job.paused) {
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
        ready.add(job.owner, job);
        work.signal();
    }

    private void finished(Job job) {
        lock.lock();
        try {
            jobs--;
            unfinished.computeIfPresent(job.owner, (owner, count) -> {
                Counts left = count.plus(job, -1);
                return left.all() == 0 ? null : left;
            });
            if (job.large()) {
                seats.left(job.memory);
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

    private boolean slice(Job job) {
        try {
            if (job.cancelled) {
                job.computation.cancelled();
                return true;
            }
            long start = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            boolean done = job.computation.advance(start + SLICE.toNanos());
            job.nanosOfTurn += System.nanoTime() - start;
            job.nanos += THREADS.getCurrentThreadCpuTime() - cpuStart;
            Duration budget = job.large() ? quota.large().budget() : quota.budget();
            if (!done && job.nanos > budget.toNanos()) {
                job.computation.budgetSpent(
                        "Stopped after " + budget.toSeconds() + " s of computing, the most such a run may take.");
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
