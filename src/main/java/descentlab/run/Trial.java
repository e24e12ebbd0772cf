package descentlab.run;

import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import descentlab.training.Outcome;
import descentlab.training.Series;
import descentlab.training.Trace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An experiment under way in the pool of which nothing is kept but how its optimizers end. */
public final class Trial {

    /** Keeps how each ends, by the computing thread. */
    private static final class Ends implements SeriesComputation.Listener {

        private final Experiment experiment;
        private final Ended[] ends;
        private String failure = "";

        Ends(Experiment experiment) {
            this.experiment = experiment;
            this.ends = new Ended[experiment.runs().size()];
            // Until it is known better: as of what was stopped before it began.
            Arrays.setAll(ends, i -> new Ended(
                    experiment.runs().get(i), new Outcome.Cancelled(), Double.NaN, Map.of()));
        }

        @Override
        public void ended(int index, Series series) {
            ends[index] = new Ended(
                    experiment.runs().get(index), series.outcome(), series.result(), readings(series.trace()));
        }

        private static Map<String, Double> readings(Trace trace) {
            Map<String, Double> readings = new LinkedHashMap<>();
            for (int column = 0; column < trace.stride() && trace.rows() > 0; column++) {
                readings.put(trace.columns().get(column), trace.last(column));
            }
            return readings;
        }

        @Override
        public void failed(String message) {
            failure = message;
        }

        List<Ended> all() {
            if (!failure.isEmpty()) {
                throw new IllegalStateException(failure);
            }
            return List.of(ends);
        }
    }

    private final Ends ends;
    private final SeriesComputation computation;
    private Job job;
    private CompletableFuture<List<Ended>> results;

    Trial(Experiment experiment, Course course) {
        ends = new Ends(experiment);
        computation = SeriesComputation.sideBySide(course, ends);
    }

    /** What is to be computed. */
    Computation computation() {
        return computation;
    }

    /** It was submitted. */
    Trial computedBy(Job submitted) {
        job = submitted;
        results = job.done().thenApplyAsync(done -> ends.all(), Thread::startVirtualThread);
        return this;
    }

    /** The share of the work that is done, 0 to 1. */
    public double share() {
        return results.isDone() ? 1 : computation.share();
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
