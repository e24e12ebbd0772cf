package descentlab.run;

import descentlab.experiment.SweepExperiment;
import descentlab.objective.Objective;
import descentlab.optimizer.SweepSpec;
import descentlab.training.Outcome;
import descentlab.training.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Sweeps the rates of each optimizer in turn. */
final class SweepComputation implements Computation {

    private static final int STEPS_BETWEEN_LOOKS = 128;

    /** Hears of each optimizer's results, by rising rate; called by the computing thread. */
    interface Listener {
        void ended(int run, List<Sweep.Result> results);
    }

    private final SweepExperiment experiment;
    private final Objective objective;
    private final Listener listener;
    private int run;
    private Sweep sweep;

    SweepComputation(SweepExperiment experiment, Listener listener) {
        this.experiment = experiment;
        this.objective = experiment.race().objective().function();
        this.listener = listener;
    }

    private Sweep begin(SweepSpec spec) {
        return new Sweep(
                objective,
                spec,
                experiment.points(),
                experiment.race().start(),
                experiment.race().steps(),
                experiment.race().noise(),
                experiment.race().seed());
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        do {
            if (sweep == null) {
                sweep = begin(experiment.runs().get(run));
            }
            if (sweep.advance(STEPS_BETWEEN_LOOKS)) {
                listener.ended(run++, sweep.results());
                sweep = null;
            }
        } while (run < experiment.runs().size() && !over.getAsBoolean());
        return run == experiment.runs().size();
    }

    @Override
    public void cancelled() {
        stop(new Outcome.Cancelled());
    }

    @Override
    public void budgetSpent(String explanation) {
        stop(new Outcome.BudgetSpent(explanation));
    }

    @Override
    public void failed() {}

    /** Rates that were not tried have no value. */
    private void stop(Outcome outcome) {
        for (; run < experiment.runs().size(); run++, sweep = null) {
            List<Sweep.Result> results = new ArrayList<>(sweep == null ? List.of() : sweep.results());
            double[] rates = experiment.runs().get(run).rates(experiment.points());
            for (int i = results.size(); i < rates.length; i++) {
                results.add(new Sweep.Result(rates[i], Double.NaN, outcome));
            }
            listener.ended(run, results);
        }
    }
}
