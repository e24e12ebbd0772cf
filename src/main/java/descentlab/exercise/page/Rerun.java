package descentlab.exercise.page;

import descentlab.client.Requester;
import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import descentlab.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Experiments run on the server to see what an answer is worth; what a browser says of them is never asked. */
final class Rerun {

    private final List<Trial> trials;

    private Rerun(List<Trial> trials) {
        this.trials = trials;
    }

    /**
     * Begins to run experiments.
     *
     * @throws TooBusyException if the quotas are used up; none is then left running
     */
    static Rerun of(RunService runs, Requester owner, List<Experiment> experiments) {
        List<Trial> trials = new ArrayList<>();
        try {
            for (Experiment experiment : experiments) {
                trials.add(runs.tryOut(owner, experiment));
            }
        } catch (TooBusyException busy) {
            trials.forEach(Trial::cancel);
            throw busy;
        }
        return new Rerun(trials);
    }

    /** How the optimizers of each experiment ended, once all have. */
    CompletableFuture<List<List<Ended>>> ended() {
        return CompletableFuture.allOf(trials.stream().map(Trial::results).toArray(CompletableFuture[]::new))
                .thenApply(done -> trials.stream().map(trial -> trial.results().join()).toList());
    }

    /** The share of the work that is done, 0 to 1. */
    double share() {
        return trials.stream().mapToDouble(Trial::share).average().orElse(1);
    }

    void cancel() {
        trials.forEach(Trial::cancel);
    }
}
