package descentlab.experiment;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The optimizers that the surface lab itself has put before a student, each with the one it began as. Whatever is not
 * among them has been touched, and is left alone when another objective is chosen; the others get back the rate they began
 * with, or, where that would run away, one that does not.
 *
 * @param origins what each of them began as
 */
public record LabRates(Map<Optimizer, Optimizer> origins) {

    /**
     * What is proposed.
     *
     * @param experiment with the proposed rates
     * @param rates what the lab has put there from now on
     * @param lowered the optimizers whose first rate would have run away, as they are now
     */
    public record Proposal(SurfaceExperiment experiment, LabRates rates, List<Optimizer> lowered) {}

    public LabRates {
        origins = Map.copyOf(origins);
    }

    /** The race that the lab opens on, and every optimizer as it is when it is added. */
    public static LabRates initial() {
        Map<Optimizer, Optimizer> origins = new HashMap<>();
        Stream.concat(
                        SurfaceExperiment.initial().runs().stream(),
                        Optimizers.all().stream().map(OptimizerKind::initial))
                .forEach(optimizer -> origins.put(optimizer, optimizer));
        return new LabRates(origins);
    }

    /** The rates to race at on an experiment's objective, from its start; descends with each untouched optimizer. */
    public Proposal on(SurfaceExperiment experiment) {
        Map<Optimizer, Optimizer> all = new HashMap<>(origins);
        List<Optimizer> runs = new ArrayList<>();
        List<Optimizer> lowered = new ArrayList<>();
        for (Optimizer run : experiment.runs()) {
            Optimizer origin = origins.get(run);
            Optimizer proposed = origin == null ? run : stable(experiment, origin);
            runs.add(proposed);
            if (origin != null) {
                all.put(proposed, origin);
                if (!proposed.equals(origin)) {
                    lowered.add(proposed);
                }
            }
        }
        return new Proposal(experiment.withRuns(runs), new LabRates(all), lowered);
    }

    private static Optimizer stable(SurfaceExperiment experiment, Optimizer optimizer) {
        Descent descent = new Descent(
                experiment.objective().function(),
                optimizer,
                experiment.start(),
                experiment.steps(),
                experiment.noise(),
                experiment.seed());
        descent.advance(Integer.MAX_VALUE);
        return descent.outcome() instanceof Outcome.Diverged diverged && diverged.suggestedRate().isPresent()
                ? Optimizers.of(optimizer).withRate(optimizer, diverged.suggestedRate().getAsDouble())
                : optimizer;
    }
}
