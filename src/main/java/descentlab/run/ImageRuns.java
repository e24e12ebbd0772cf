package descentlab.run;

import descentlab.experiment.ImageExperiment;
import descentlab.model.Crew;
import descentlab.optimizer.Optimizer;
import descentlab.training.ImageTraining;
import descentlab.training.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Starts trainings on pictures. */
public final class ImageRuns {

    private final RunService runs;
    private final Pictures pictures;
    private final Crew crew = Crew.ofAllCores();

    ImageRuns(RunService runs, Pictures pictures) {
        this.runs = runs;
        this.pictures = pictures;
    }

    /**
     * Runs a training and keeps nothing of it but how it ended and the share of test pictures it told right, in the
     * order of its optimizers; empty if the pictures are not on this machine.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public CompletableFuture<List<RunService.Result>> results(Object owner, ImageExperiment experiment) {
        ImageComputation computation = new ImageComputation(
                experiment, pictures, crew, new ImageFrames(new MemoryRunLog(), experiment));
        return runs.done(owner, computation).thenApply(done -> IntStream.range(0, computation.trainings().size())
                .mapToObj(i -> result(experiment.runs().get(i), computation.trainings().get(i)))
                .toList());
    }

    private static RunService.Result result(Optimizer optimizer, ImageTraining training) {
        Outcome outcome = training.outcome() == null ? new Outcome.Cancelled() : training.outcome();
        double accuracy =
                training.evaluations().isEmpty() ? Double.NaN : training.evaluations().getLast().accuracy();
        return new RunService.Result(optimizer, outcome, accuracy);
    }

    /**
     * Starts a training.
     *
     * @param owner who asks, for fair turns and for finding the run again
     * @throws TooBusyException if the quotas are used up
     */
    public Run start(Object owner, ImageExperiment experiment) {
        RunLog log = new MemoryRunLog();
        return runs.start(
                owner,
                experiment.query(),
                log,
                new ImageComputation(experiment, pictures, crew, new ImageFrames(log, experiment)));
    }
}
