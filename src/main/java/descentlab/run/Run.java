package descentlab.run;

import descentlab.client.Requester;
import descentlab.experiment.Experiment;
import java.time.Instant;
import java.util.Optional;

/** A run that was started: its name, who owns it, what it computes, and its log. */
public final class Run {

    private final RunId id;
    private final Requester owner;
    private final String experiment;
    private final RunLog log;
    private final RowLedger.Entry rows;
    private volatile Job job;
    private volatile Instant lastUse;
    private volatile Instant pausedSince;
    private volatile boolean cancelled;
    private volatile String page = "";
    private volatile long mostBytes;
    /** Of its series, as long as it is under way. */
    private volatile SeriesComputation computation;

    /** @param rows what is booked for it: one hold on it is the registry's */
    Run(RunId id, Requester owner, String experiment, RunLog log, RowLedger.Entry rows) {
        this.id = id;
        this.owner = owner;
        this.experiment = experiment;
        this.log = log;
        this.rows = rows;
        this.lastUse = Instant.now();
    }

    /** Its unguessable name. */
    public RunId id() {
        return id;
    }

    /** The link's query that says what it computes. */
    public String experiment() {
        return experiment;
    }

    /** Of which lab that is. */
    String page() {
        return page;
    }

    /** Bytes that its rows take at most. */
    long mostBytes() {
        return mostBytes;
    }

    void is(Experiment computed, long bytes) {
        page = computed.page();
        mostBytes = bytes;
    }

    /** Its frames. */
    RunLog log() {
        return log;
    }

    /** What is booked for it. */
    RowLedger.Entry rows() {
        return rows;
    }

    /** True once it has ended, however it did. */
    public boolean ended() {
        return log.ended();
    }

    Requester owner() {
        return owner;
    }

    Instant lastUse() {
        return lastUse;
    }

    void use() {
        lastUse = Instant.now();
    }

    /** While it computes, that is: what is kept of a run is its log, not what the optimizers remembered at the end. */
    void computedBy(Job submitted) {
        job = submitted;
        if (pausedSince != null) {
            submitted.pause(); // what was asked of a copy holds for its rest, which is computed here now
        }
        if (cancelled) {
            submitted.cancel();
        }
        RowLedger.Entry computed = rows.hold();
        submitted.done().whenComplete((done, failure) -> {
            job = null;
            computation = null;
            computed.shrink(log.bytes());
            computed.close();
        });
    }

    void of(SeriesComputation series) {
        computation = series;
    }

    /** Has something done once it has ended, however it did. */
    void afterwards(Runnable then) {
        Job submitted = job;
        if (submitted != null) {
            submitted.done().whenComplete((done, failure) -> then.run());
        }
    }

    Optional<SeriesComputation> computation() {
        return Optional.ofNullable(computation);
    }

    /** Whether it waits to be continued. */
    public boolean paused() {
        return pausedSince != null && !ended();
    }

    boolean pausedBefore(Instant time) {
        Instant since = pausedSince;
        return since != null && !ended() && since.isBefore(time);
    }

    void pause() {
        Job submitted = job;
        pausedSince = Instant.now();
        if (submitted != null) {
            submitted.pause();
        }
    }

    void resume() {
        Job submitted = job;
        pausedSince = null;
        if (submitted != null) {
            submitted.resume();
        }
    }

    void cancel() {
        cancelled = true;
        Job submitted = job;
        if (submitted != null) {
            submitted.cancel();
        }
    }
}
