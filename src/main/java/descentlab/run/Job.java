package descentlab.run;

import descentlab.client.Requester;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A piece of work that was submitted to a {@link ComputePool}, which alone changes it, under its lock. */
final class Job {

    /** Up to so much computing a job has a rank. */
    private static final Duration[] RANKS = {Duration.ofMillis(1), Duration.ofMillis(20)};

    final Requester owner;
    final Computation computation;
    final long memory;
    final CompletableFuture<Void> done = new CompletableFuture<>();
    private final ComputePool pool;
    volatile boolean cancelled;

    /** Whether it is to wait, whether it does, what for, and whether it has a seat. */
    volatile boolean paused;

    boolean parked;
    boolean begins;
    boolean seated;
    private int place;
    private int lineLength;
    long nanosOfTurn;
    long nanos;
    long nanosOfLookingBack;
    Throwable failure;

    /** Completes when its first slice may come; null while that is being found out. */
    volatile CompletableFuture<?> begun;

    Job(ComputePool pool, Requester owner, Computation computation) {
        this.pool = pool;
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
        pool.cancel(this);
    }

    /** Asks for no further turns until {@link #resume}. It still counts as unfinished. */
    void pause() {
        pool.pause(this);
    }

    /** Asks for turns again. */
    void resume() {
        pool.resume(this);
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

    boolean large() {
        return memory > 0;
    }

    /** How soon it is to have a turn, 0 soonest: that depends on how much it has had. One that is to end ends soon. */
    int rank() {
        if (cancelled) {
            return 0;
        }
        int rank = large() ? ReadyJobs.LAST : 0;
        while (rank < ReadyJobs.LAST && nanos > RANKS[rank].toNanos()) {
            rank++;
        }
        return rank;
    }

    boolean hasBegun() {
        CompletableFuture<?> own = begun;
        return own != null && own.isDone();
    }
}
