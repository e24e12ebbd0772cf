package descentlab.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few platform threads that compute for everybody in fair turns: owners take turns, each owner's jobs take turns
 * among themselves, and a turn is a slice of some milliseconds, so that one who asks for much delays nobody else by
 * more than a slice per owner. Quotas bound what waits; a job has a budget of computing time.
 */
public final class ComputePool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ComputePool.class);
    private static final Duration SLICE = Duration.ofMillis(4);

    /**
     * What may be asked of the pool.
     *
     * @param threads that compute
     * @param jobsPerOwner unfinished jobs of one owner
     * @param jobs unfinished jobs of all
     * @param budget computing time of a job
     */
    public record Quota(int threads, int jobsPerOwner, int jobs, Duration budget) {}

    /** A submitted piece of work. */
    final class Job {
        private final Object owner;
        private final Computation computation;
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private volatile boolean cancelled;

        /** Whether it is to wait, and whether it does: both under the pool's lock. */
        private boolean paused;

        private boolean parked;
        private long nanos;
        private Throwable failure;

        private Job(Object owner, Computation computation) {
            this.owner = owner;
            this.computation = computation;
        }

        /** Completes when the work has ended, however it did. */
        CompletableFuture<Void> done() {
            return done;
        }

        /** Asks for the work to end at its next turn. */
        void cancel() {
            cancelled = true;
            resume();
        }

        /** Asks for no further turns until {@link #resume}. It still counts as unfinished. */
        void pause() {
            lock.lock();
            try {
                paused = !cancelled;
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
                    putBack(this);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private final Quota quota;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Map<Object, Deque<Job>> waiting = new LinkedHashMap<>();
    private final Map<Object, Integer> unfinished = new LinkedHashMap<>();
    private int jobs;
    private boolean closed;

    public ComputePool(Quota quota) {
        this.quota = quota;
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
    Job submit(Object owner, Computation computation) {
        lock.lock();
        try {
            int mine = unfinished.getOrDefault(owner, 0);
            if (mine >= quota.jobsPerOwner()) {
                throw new TooBusyException("You already have " + mine
                        + " runs under way, the most one may have. Wait for one to end, or stop it.");
            }
            if (jobs >= quota.jobs() || closed) {
                throw new TooBusyException("The server has " + jobs + " runs waiting, the most it takes. Try again in a moment.");
            }
            Job job = new Job(owner, computation);
            jobs++;
            unfinished.put(owner, mine + 1);
            waiting.computeIfAbsent(owner, key -> new ArrayDeque<>()).add(job);
            work.signal();
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

    /** The next job of the owner whose turn it is; the owner goes to the end of the line. Null once closed. */
    private Job take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                work.await();
            }
            if (closed) {
                return null;
            }
            Object owner = waiting.keySet().iterator().next();
            Deque<Job> queue = waiting.remove(owner);
            Job job = queue.remove();
            if (!queue.isEmpty()) {
                waiting.put(owner, queue);
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    private void putBack(Job job) {
        lock.lock();
        try {
            if (job.paused) {
                job.parked = true;
                return;
            }
            waiting.computeIfAbsent(job.owner, key -> new ArrayDeque<>()).add(job);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private void finished(Job job) {
        lock.lock();
        try {
            jobs--;
            unfinished.computeIfPresent(job.owner, (owner, count) -> count == 1 ? null : count - 1);
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
            boolean done = job.computation.advance(start + SLICE.toNanos());
            job.nanos += System.nanoTime() - start;
            if (!done && job.nanos > quota.budget().toNanos()) {
                job.computation.budgetSpent(
                        "Stopped after " + quota.budget().toSeconds() + " s of computing, the most a run may take.");
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
