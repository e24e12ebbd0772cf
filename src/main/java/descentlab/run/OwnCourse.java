package descentlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.dataset.DataException;
import descentlab.dataset.ShapedData;
import descentlab.experiment.OwnTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.DataFit;
import descentlab.optimizer.Method;
import descentlab.training.Bench;
import descentlab.training.Series;
import descentlab.training.Training;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A training on somebody's own data, with what is lost without a model beside it. */
final class OwnCourse implements Course {

    /** Vectors of parameters that an optimizer and its training hold, at most. */
    private static final int VECTORS = 10;

    /** Columns of a row, at most. */
    private static final int COLUMNS = Training.COLUMNS.size() + 2;

    private record Header(
            String kind,
            String data,
            String model,
            int examples,
            int epochs,
            int batch,
            int tested,
            Baseline baseline,
            List<String> told,
            List<RunFrames.SeriesHeader> series) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Baseline(double loss, Double test, Double accuracy) {

        static Baseline of(DataFit.Baseline lost) {
            return new Baseline(lost.training(), orNull(lost.test()), orNull(lost.accuracy()));
        }

        private static Double orNull(double value) {
            return Double.isFinite(value) ? (Double) value : null;
        }
    }

    private final TrainingExperiment experiment;
    private final OwnTask task;
    private final OwnTables own;
    private CompletableFuture<OwnTables.Lent> read = CompletableFuture.failedFuture(new IllegalStateException("not begun"));
    private DataFit fit;

    OwnCourse(TrainingExperiment experiment, OwnTask task, OwnTables own) {
        this.experiment = experiment;
        this.task = task;
        this.own = own;
    }

    @Override
    public List<Method> runs() {
        return experiment.runs();
    }

    @Override
    public RunService.Kind kind() {
        return RunService.Kind.TRAINING;
    }

    @Override
    public CompletableFuture<?> begin() {
        read = own.shaped(task.key(), task.shaping(), this::working);
        return read.handle((data, failure) -> null); // the first slice says what is wrong
    }

    private long working(ShapedData data) {
        try {
            return (long) VECTORS * experiment.runs().size() * Double.BYTES * task.fit(data).parameters();
        } catch (DataException refused) {
            return 0; // as the first slice will say
        }
    }

    @Override
    public void over() {
        read.thenAccept(lent -> lent.giveBack().run());
    }

    @Override
    public boolean atHand() {
        return false;
    }

    @Override
    public long rows() {
        long examples = (long) experiment.plan().epochs() * experiment.examples();
        return experiment.runs().size() * (examples / experiment.plan().every() + 3) * COLUMNS * Double.BYTES;
    }

    @Override
    public Series next(List<Series> before) {
        return new Training(found(), experiment.runs().get(before.size()), experiment.plan());
    }

    /** The same task for a study, once the data is there. */
    Bench bench() {
        return Bench.ofData(found(), experiment.plan());
    }

    @Override
    public Optional<Series> goingOn(Series from, int index) {
        found();
        return ((Training) from).goingOnBy(experiment.runs().get(index)).map(Series.class::cast);
    }

    private DataFit found() {
        if (fit == null) {
            try {
                fit = task.fit(read.join().data());
            } catch (DataException refused) {
                throw new CourseException(refused.getMessage());
            } catch (CompletionException e) {
                throw new CourseException(
                        e.getCause() instanceof DataException refused
                                ? refused.getMessage()
                                : "Your data cannot be read just now. Try again in a moment.");
            }
        }
        return fit;
    }

    @Override
    public Object header(List<Series> series) {
        return new Header(
                "training",
                task.data(),
                task.model(),
                task.examples(),
                experiment.plan().epochs(),
                experiment.plan().batch(),
                fit.data().test().length,
                Baseline.of(fit.baseline()),
                fit.data().told(),
                RunFrames.SeriesHeader.of(experiment.runs(), series));
    }
}
