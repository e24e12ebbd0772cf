package descentlab.run;

import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.NamedObjective;
import descentlab.optimizer.Optimizer;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Descends with each optimizer of a race in turn. */
final class RaceComputation implements Computation {

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
    public boolean advance(BooleanSupplier over) {
        do {
            if (descents.isEmpty() || descents.getLast().outcome() != null) {
                if (descents.size() == experiment.runs().size()) {
                    listener.allEnded("finished");
                    return true;
                }
                descents.add(begin(experiment.runs().get(descents.size())));
            }
            Descent descent = descents.getLast();
            if (descent.advance(over)) {
                listener.ended(descents.size() - 1, descent, descent.outcome());
            }
        } while (!over.getAsBoolean());
        return false;
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
