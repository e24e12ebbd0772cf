package descentlab.run;

import descentlab.experiment.TrainingExperiment;
import descentlab.model.Measure;
import descentlab.model.Problem;
import descentlab.optimizer.Optimizer;
import descentlab.training.LearningCurve;
import descentlab.training.Outcome;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.List;

/** Trains with each optimizer, always the one that is farthest behind, so that their curves grow side by side. */
final class TrainingComputation implements Computation {

    private static final int EXAMPLES_BETWEEN_LOOKS = 3_000;

    /** Hears how the training goes; called by the computing thread. */
    interface Listener {
        /** Once the data is there, before anything else. */
        default void begun(List<Training> trainings) {}

        /** After each slice. */
        default void advanced(List<Training> trainings) {}

        void ended(int series, Training training, Outcome outcome);

        default void allEnded(String outcome) {}
    }

    private final TrainingExperiment experiment;
    private final Listener listener;
    private final List<Training> trainings = new ArrayList<>();
    private volatile double share;

    TrainingComputation(TrainingExperiment experiment, Listener listener) {
        this.experiment = experiment;
        this.listener = listener;
    }

    private void begin() {
        Problem problem = experiment.task().problem();
        Measure measure = experiment.task().measure();
        for (Optimizer optimizer : experiment.runs()) {
            trainings.add(new Training(problem, measure, optimizer, experiment.plan()));
        }
        listener.begun(trainings);
    }

    @Override
    public boolean advance(long until) {
        if (trainings.isEmpty()) {
            begin();
        }
        do {
            int series = LearningCurve.farthestBehind(trainings);
            if (series < 0) {
                listener.allEnded("finished");
                return true;
            }
            Training training = trainings.get(series);
            if (training.advance(EXAMPLES_BETWEEN_LOOKS)) {
                listener.ended(series, training, training.outcome());
            }
        } while (System.nanoTime() < until);
        share = LearningCurve.share(trainings);
        listener.advanced(trainings);
        return false;
    }

    /** The share of all examples that have been seen, 0 to 1; from any thread. */
    double share() {
        return share;
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
        if (trainings.isEmpty()) {
            begin();
        }
        for (int series = 0; series < trainings.size(); series++) {
            if (trainings.get(series).outcome() == null) {
                listener.ended(series, trainings.get(series), outcome);
            }
        }
        listener.allEnded(all);
    }
}
