package descentlab.run;

import descentlab.experiment.Task;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.EmpiricalRisk;
import descentlab.model.Measure;
import descentlab.optimizer.Optimizer;
import descentlab.training.LearningCurve;
import descentlab.training.Outcome;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Trains with each optimizer, always the one that is farthest behind, so that their curves grow side by side. */
final class TrainingComputation implements Computation {

    /** Or up to a point, which is measured on all examples. */
    private static final int EXAMPLES_BETWEEN_LOOKS = 250;

    /** Data is read or made at first use, once for all. */
    private static final Map<Task, CompletableFuture<EmpiricalRisk>> PROBLEMS = new ConcurrentHashMap<>();

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

    @Override
    public CompletableFuture<?> begin() {
        return problem().thenCompose(read -> Rehearsal.of(experiment.task(), read, experiment.runs()));
    }

    private CompletableFuture<EmpiricalRisk> problem() {
        return PROBLEMS.computeIfAbsent(experiment.task(), task -> CompletableFuture.supplyAsync(
                task::problem, work -> Thread.ofPlatform().name("read-" + task.data()).daemon().start(work)));
    }

    /** One training more; its first point is there. */
    private void makeReady() {
        Measure measure = experiment.task().measure();
        Optimizer optimizer = experiment.runs().get(trainings.size());
        trainings.add(new Training(problem().join(), measure, optimizer, experiment.plan()));
        if (isReady()) {
            listener.begun(trainings);
        }
    }

    private boolean isReady() {
        return trainings.size() == experiment.runs().size();
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        do {
            if (!isReady()) {
                makeReady();
                continue;
            }
            int series = LearningCurve.farthestBehind(trainings);
            if (series < 0) {
                listener.allEnded("finished");
                return true;
            }
            Training training = trainings.get(series);
            if (training.advanceToPoint(EXAMPLES_BETWEEN_LOOKS)) {
                listener.ended(series, training, training.outcome());
            }
        } while (!over.getAsBoolean());
        if (isReady()) {
            share = LearningCurve.share(trainings);
            listener.advanced(trainings);
        }
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
        while (!isReady()) {
            makeReady();
        }
        for (int series = 0; series < trainings.size(); series++) {
            if (trainings.get(series).outcome() == null) {
                listener.ended(series, trainings.get(series), outcome);
            }
        }
        listener.allEnded(all);
    }
}
