package descentlab.run;

import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.NamedObjective;
import descentlab.optimizer.Optimizer;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Descends with each optimizer of a race in turn. */
final class RaceComputation implements Computation {

    private static final int STEPS_BETWEEN_LOOKS = 2_000;

    /** Hears how the race goes; called by the computing thread. */
    interface Listener {
        void ended(int series, Descent descent, Outcome outcome);

        default void allEnded(String outcome) {}
    }

    private final SurfaceExperiment experiment;
    private final NamedObjective objective;
    private final Listener listener;
    private final List<Descent> descents = new ArrayList<>();

    RaceComputation(SurfaceExperiment experiment, Listener listener) {
        this.experiment = experiment;
        this.objective = experiment.objective();
        this.listener = listener;
    }

    private Descent begin(Optimizer optimizer) {
        return new Descent(
                objective.function(),
                optimizer,
                experiment.start(),
                experiment.steps(),
                experiment.noise(),
                experiment.seed());
    }

    @Override
    public boolean advance(long until) {
        while (true) {
            if (descents.isEmpty() || descents.getLast().outcome() != null) {
                if (descents.size() == experiment.runs().size()) {
                    listener.allEnded("finished");
                    return true;
                }
                descents.add(begin(experiment.runs().get(descents.size())));
            }
            Descent descent = descents.getLast();
            if (descent.advance(STEPS_BETWEEN_LOOKS)) {
                listener.ended(descents.size() - 1, descent, descent.outcome());
            } else if (System.nanoTime() >= until) {
                return false;
            }
        }
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
        int first = descents.isEmpty() || descents.getLast().outcome() != null ? descents.size() : descents.size() - 1;
        for (int series = first; series < experiment.runs().size(); series++) {
            if (series == descents.size()) {
                descents.add(begin(experiment.runs().get(series)));
            }
            listener.ended(series, descents.get(series), outcome);
        }
        listener.allEnded(all);
    }
}
