package descentlab.run;

import descentlab.client.Requester;
import descentlab.experiment.ImageExperiment;
import descentlab.model.Crew;
import descentlab.optimizer.Optimizer;
import descentlab.training.ImageTraining;
import descentlab.training.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * Runs a training and keeps nothing of it but how it ended and the share of test pictures it told right; fails if the
     * pictures are not on this machine.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public Trial tryOut(Requester owner, ImageExperiment experiment) {
        ImageComputation computation = ImageComputation.sideBySide(
                experiment, pictures, crew, new ImageFrames(new MemoryRunLog(), experiment));
        return runs.tryOut(owner, computation, computation::share, () -> results(experiment, computation));
    }

    private static List<Trial.Result> results(ImageExperiment experiment, ImageComputation computation) {
        List<ImageTraining> trainings = computation.trainings();
        if (trainings.isEmpty() && computation.stopped().isPresent()) {
            return experiment.runs().stream()
                    .map(run -> new Trial.Result(run, computation.stopped().get(), Double.NaN, Map.of()))
                    .toList();
        }
        if (trainings.isEmpty()) {
            throw new IllegalStateException("no pictures of " + experiment.data());
        }
        return IntStream.range(0, trainings.size())
                .mapToObj(i -> result(experiment.runs().get(i), computation.outcome(i), trainings.get(i)))
                .toList();
    }

    private static Trial.Result result(Optimizer optimizer, Outcome outcome, ImageTraining training) {
        double accuracy =
                training.evaluations().isEmpty() ? Double.NaN : training.evaluations().getLast().accuracy();
        Map<String, Double> readings = new HashMap<>();
        double[] last = training.points(Math.max(0, training.pointCount() - 1));
        for (int i = 0; i < last.length; i++) {
            readings.put(training.columns().get(i), last[i]);
        }
        return new Trial.Result(optimizer, outcome, accuracy, readings);
    }

    /** Whether the pictures of an experiment seem to be here; quick, no promise. */
    boolean seemThere(ImageExperiment experiment) {
        return pictures.seemThere(experiment.data());
    }

    /**
     * Trains one optimizer after the other and keeps nothing; whoever listens has it.
     *
     * @throws TooBusyException if the quotas are used up
     */
    Job oneByOne(Requester owner, ImageExperiment experiment, ImageComputation.Listener listener) {
        return runs.begin(owner, ImageComputation.oneByOne(experiment, pictures, crew, listener));
    }

    /**
     * Starts a training.
     *
     * @param owner who asks, for fair turns and for finding the run again
     * @throws TooBusyException if the quotas are used up
     */
    public Run start(Requester owner, ImageExperiment experiment) {
        RunLog log = new MemoryRunLog();
        return runs.start(
                owner,
                experiment.query(),
                log,
                ImageComputation.sideBySide(experiment, pictures, crew, new ImageFrames(log, experiment)));
    }
}
