package descentlab.run;

import descentlab.dataset.ImageData;
import descentlab.experiment.ImageExperiment;
import descentlab.model.Crew;
import descentlab.training.ImageTraining;
import descentlab.training.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains a network with each optimizer, always the one that is farthest behind. */
final class ImageComputation implements Computation {

    private final ImageExperiment experiment;
    private final Pictures pictures;
    private final Crew crew;
    private final ImageFrames frames;
    private List<ImageTraining> trainings = List.of();
    private volatile double share;
    private Outcome stopped;

    ImageComputation(ImageExperiment experiment, Pictures pictures, Crew crew, ImageFrames frames) {
        this.experiment = experiment;
        this.pictures = pictures;
        this.crew = crew;
        this.frames = frames;
    }

    /** Reads the pictures and makes ready; false if they are not there. */
    private boolean begin() {
        Optional<ImageData> found;
        try {
            found = pictures.find(experiment.data());
        } catch (IOException e) {
            frames.failed("The pictures cannot be read: " + e.getMessage());
            return false;
        }
        if (found.isEmpty()) {
            frames.failed("The pictures are not on this machine. Fetch them, or train on silhouettes.");
            return false;
        }
        ImageData all = found.get();
        ImageData data = new ImageData(
                all.name(), all.title(), all.training().first(experiment.pictures()), all.test());
        trainings = experiment.runs().stream()
                .map(run -> new ImageTraining(experiment.network(), data, run, experiment.plan(), crew))
                .toList();
        frames.begun(trainings);
        return true;
    }

    @Override
    public boolean advance(long until) {
        if (trainings.isEmpty()) {
            return !begin();
        }
        int series = farthestBehind();
        if (series < 0) {
            frames.allEnded("finished");
            return true;
        }
        ImageTraining training = trainings.get(series);
        boolean ended = training.advance(until);
        share = trainings.stream()
                .mapToDouble(one -> one.outcome() == null ? (double) one.examples() / one.total() : 1)
                .average()
                .orElse(0);
        frames.advanced(series, training);
        if (ended) {
            frames.ended(series, training, training.outcome());
        }
        return false;
    }

    /** The share of all pictures that have been seen, 0 to 1; from any thread. */
    double share() {
        return share;
    }

    /** The trainings, once the pictures are there; none if they are not. */
    List<ImageTraining> trainings() {
        return trainings;
    }

    /** How a training ended, once all is over. */
    Outcome outcome(int series) {
        Outcome own = trainings.get(series).outcome();
        return own == null ? stopped : own;
    }

    /** Index of the unfinished training that has seen the fewest pictures, or -1 if all have ended. */
    private int farthestBehind() {
        return IntStream.range(0, trainings.size())
                .filter(i -> trainings.get(i).outcome() == null)
                .reduce((a, b) -> trainings.get(b).examples() < trainings.get(a).examples() ? b : a)
                .orElse(-1);
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
        frames.allEnded("failed");
    }

    private void stop(Outcome outcome, String all) {
        stopped = outcome;
        if (trainings.isEmpty() && !begin()) {
            return;
        }
        for (int series = 0; series < trainings.size(); series++) {
            if (trainings.get(series).outcome() == null) {
                frames.ended(series, trainings.get(series), outcome);
            }
        }
        frames.allEnded(all);
    }
}
