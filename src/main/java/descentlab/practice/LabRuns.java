package descentlab.practice;

import descentlab.exercise.Ended;
import descentlab.exercise.LabExperiment;
import descentlab.run.ImageRuns;
import descentlab.run.RunService;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs experiments on the server to see what an answer is worth; what a browser says of them is never asked. */
final class LabRuns {

    private LabRuns() {}

    /**
     * How the optimizers of each experiment ended.
     *
     * @throws descentlab.run.TooBusyException if the quotas are used up
     */
    static CompletableFuture<List<List<Ended>>> run(
            RunService runs, ImageRuns imageRuns, Object owner, List<LabExperiment> experiments) {
        List<CompletableFuture<List<Ended>>> under = experiments.stream()
                .map(experiment -> switch (experiment) {
                    case LabExperiment.Surface surface -> runs.results(owner, surface.experiment());
                    case LabExperiment.Pictures pictures -> imageRuns.results(owner, pictures.experiment());
                    case LabExperiment.Training training -> runs.results(owner, training.experiment());
                })
                .map(results -> results.thenApply(all -> all.stream()
                        .map(result -> new Ended(result.optimizer(), result.outcome(), result.last()))
                        .toList()))
                .toList();
        return CompletableFuture.allOf(under.toArray(CompletableFuture[]::new))
                .thenApply(done -> under.stream().map(CompletableFuture::join).toList());
    }
}
