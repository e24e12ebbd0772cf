package descentlab.run;

import descentlab.experiment.Ended;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** An experiment under way in the pool of which nothing is kept but how its optimizers end. */
public final class Trial {

    private final Job job;
    private final DoubleSupplier share;
    private final CompletableFuture<List<Ended>> results;

    Trial(Job job, DoubleSupplier share, Supplier<List<Ended>> results) {
        this.job = job;
        this.share = share;
        this.results = job.done().thenApplyAsync(done -> results.get(), Thread::startVirtualThread);
    }

    /** The share of the work that is done, 0 to 1. */
    public double share() {
        return results.isDone() ? 1 : share.getAsDouble();
    }

    /** Asks for the end; the results then say that it was cancelled. */
    public void cancel() {
        job.cancel();
    }

    /** How each optimizer ended, in the experiment's order; completes with the failure if the work failed. */
    public CompletableFuture<List<Ended>> results() {
        return results;
    }
}
