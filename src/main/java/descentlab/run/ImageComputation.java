package descentlab.run;

import descentlab.dataset.ImageData;
import descentlab.dataset.Pictures;
import descentlab.experiment.Ended;
import descentlab.experiment.ImageExperiment;
import descentlab.model.Crew;
import descentlab.training.ImageTraining;
import descentlab.training.LearningCurve;
import descentlab.training.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Trains a network with each optimizer. */
final class ImageComputation implements Computation {

    /** Hears how the training goes; called by the computing thread, but for its place in line. */
    interface Listener {
        /** As {@link Computation#waits} has it. */
        default void waits(int place, int of) {}

        /** Once the pictures are there, before anything else but the wait. */
        default void begun(List<ImageTraining> trainings) {}

        /** After each batch, or what a slice had of it. */
        void advanced(int series, List<ImageTraining> trainings);

        void ended(int series, ImageTraining training, Outcome outcome);

        void allEnded(String outcome);

        /** The run could not be done; says why. */
        void failed(String message);
    }

    /** Arrays of a network's size that each optimizer's training holds, about; as many floats again are shared. */
    private static final int ARRAYS = 10;

    private final ImageExperiment experiment;
    private final Pictures pictures;
    private final Crew crew;
    private final Listener listener;
    private final ToIntFunction<List<ImageTraining>> next;
    private final List<ImageTraining> ready = new ArrayList<>();
    private CompletableFuture<Optional<ImageData>> read;
    private List<ImageTraining> trainings = List.of();
    private int series = -1;
    private volatile double share;
    private Outcome stopped;

    /** Always the one that is farthest behind, so that their curves grow side by side. */
    static ImageComputation sideBySide(ImageExperiment experiment, Pictures pictures, Crew crew, Listener listener) {
        return new ImageComputation(experiment, pictures, crew, listener, LearningCurve::farthestBehind);
    }

    /** One to its end after the other, in the order of the optimizers. */
    static ImageComputation oneByOne(ImageExperiment experiment, Pictures pictures, Crew crew, Listener listener) {
        return new ImageComputation(experiment, pictures, crew, listener, LearningCurve::firstUnfinished);
    }

    private ImageComputation(
            ImageExperiment experiment,
            Pictures pictures,
            Crew crew,
            Listener listener,
            ToIntFunction<List<ImageTraining>> next) {
        this.experiment = experiment;
        this.pictures = pictures;
        this.crew = crew;
        this.listener = listener;
        this.next = next;
    }

    @Override
    public long memory() {
        return Double.BYTES * (long) ARRAYS * experiment.runs().size() * experiment.network().size();
    }

    @Override
    public void waits(int place, int of) {
        listener.waits(place, of);
    }

    @Override
    public CompletableFuture<?> begin() {
        read = pictures.load(experiment.data());
        return read.thenCompose(found -> found.map(data -> Rehearsal.of(experiment.network(), data.training()))
                .orElse(CompletableFuture.completedFuture(null)));
    }

    /** Makes ready one training after the other; false if the pictures are not there. */
    private boolean makeReady() {
        if (ready.isEmpty()) {
            Optional<ImageData> found;
            try {
                found = read.join();
            } catch (CompletionException e) {
                listener.failed("The pictures cannot be read: " + e.getCause().getMessage());
                return false;
            }
            if (found.isEmpty()) {
                listener.failed("The pictures are not on this machine. Fetch them, or train on silhouettes.");
                return false;
            }
            ImageData all = found.get();
            ImageData data = new ImageData(
                    all.name(), all.title(), all.training().first(experiment.pictures()), all.test());
            ready.add(new ImageTraining(
                    experiment.network(), data, experiment.runs().getFirst(), experiment.plan(), crew));
        } else {
            ready.add(ready.getFirst().beside(experiment.runs().get(ready.size())));
        }
        if (ready.size() == experiment.runs().size()) {
            trainings = List.copyOf(ready);
            listener.begun(trainings);
        }
        return true;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        do {
            if (trainings.isEmpty()) {
                if (!makeReady()) {
                    return true;
                }
                continue;
            }
            if (series < 0 || !trainings.get(series).midway()) {
                series = next.applyAsInt(trainings);
            }
            if (series < 0) {
                listener.allEnded("finished");
                return true;
            }
            ImageTraining training = trainings.get(series);
            // Batch by batch, so that who comes next does not depend on where slices end.
            boolean ended = training.advance(() -> !training.midway() || over.getAsBoolean());
            share = LearningCurve.share(trainings);
            listener.advanced(series, trainings);
            if (ended) {
                listener.ended(series, training, training.outcome());
            }
        } while (!over.getAsBoolean());
        return false;
    }

    /** The share of all pictures that have been seen, 0 to 1; from any thread. */
    double share() {
        return share;
    }

    /**
     * How each optimizer ended, once all is over; its last reading is the share of test pictures told right.
     *
     * @throws IllegalStateException if the pictures were not there
     */
    List<Ended> results() {
        if (trainings.isEmpty() && stopped != null) { // before it began
            return experiment.runs().stream()
                    .map(run -> new Ended(run, stopped, Double.NaN, Map.of()))
                    .toList();
        }
        if (trainings.isEmpty()) {
            throw new IllegalStateException("no pictures of " + experiment.data());
        }
        return IntStream.range(0, trainings.size()).mapToObj(this::result).toList();
    }

    private Ended result(int series) {
        ImageTraining training = trainings.get(series);
        double accuracy =
                training.evaluations().isEmpty() ? Double.NaN : training.evaluations().getLast().accuracy();
        Map<String, Double> readings = new HashMap<>();
        double[] last = training.points(Math.max(0, training.pointCount() - 1));
        for (int i = 0; i < last.length; i++) {
            readings.put(training.columns().get(i), last[i]);
        }
        Outcome own = training.outcome();
        return new Ended(experiment.runs().get(series), own == null ? stopped : own, accuracy, readings);
    }

    @Override
    public void cancelled() {
        stop(new Outcome.Cancelled(), "cancelled");
    }

    @Override
    public void budgetSpent(String explanation) {
        stop(new Outcome.BudgetSpent(explanation), "finished");
    }

    @Override
    public void failed() {
        listener.allEnded("failed");
    }

    private void stop(Outcome outcome, String all) {
        stopped = outcome;
        for (int series = 0; series < trainings.size(); series++) {
            if (trainings.get(series).outcome() == null) {
                listener.ended(series, trainings.get(series), outcome);
            }
        }
        listener.allEnded(all);
    }
}
