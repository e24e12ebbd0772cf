package descentlab.experiment;

import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.Optimizers;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The optimizers that the surface lab itself has put before a student, each with the one it began as. Whatever is not
 * among them has been touched, as what has several stages has, and is left alone when another objective is chosen; the others get back the rate they began
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
                        SurfaceExperiment.initial().runs().stream().map(Method::first),
                        Optimizers.all().stream().map(OptimizerKind::initial))
                .forEach(optimizer -> origins.put(optimizer, optimizer));
        return new LabRates(origins);
    }

    /** The rates to race at on an experiment's objective, from its start; descends with each untouched optimizer. */
    public Search on(SurfaceExperiment experiment) {
        return new Search(experiment);
    }

    /** Descends with one optimizer after the other, in slices. */
    public final class Search {

        private final SurfaceExperiment experiment;
        private final Map<Optimizer, Optimizer> all = new HashMap<>(origins);
        private final List<Method> runs = new ArrayList<>();
        private final List<Optimizer> lowered = new ArrayList<>();
        private Descent descent;

        private Search(SurfaceExperiment experiment) {
            this.experiment = experiment;
        }

        /**
         * Descends for a while.
         *
         * @param over whether to come back; asked every few steps
         * @return what is proposed, once all is known
         */
        public Optional<Proposal> advance(BooleanSupplier over) {
            while (runs.size() < experiment.runs().size()) {
                Method run = experiment.runs().get(runs.size());
                Optimizer origin = run instanceof Optimizer optimizer ? origins.get(optimizer) : null;
                if (origin == null) {
                    runs.add(run);
                    continue;
                }
                if (descent == null) {
                    descent = descent(origin);
                }
                if (descent.advance(over)) {
                    propose(origin, stable(descent, origin));
                    descent = null;
                }
                if (over.getAsBoolean()) {
                    break;
                }
            }
            return runs.size() < experiment.runs().size()
                    ? Optional.empty()
                    : Optional.of(new Proposal(experiment.withRuns(runs), new LabRates(all), lowered));
        }

        private void propose(Optimizer origin, Optimizer proposed) {
            runs.add(proposed);
            all.put(proposed, origin);
            if (!proposed.equals(origin)) {
                lowered.add(proposed);
            }
        }

        private Descent descent(Optimizer optimizer) {
            return new Descent(
                    experiment.objective().function(),
                    optimizer,
                    experiment.start(),
                    experiment.steps(),
                    experiment.noise(),
                    experiment.seed());
        }

        private static Optimizer stable(Descent descent, Optimizer optimizer) {
            return descent.outcome() instanceof Outcome.Diverged diverged
                            && diverged.suggestedRate().isPresent()
                    ? Optimizers.of(optimizer)
                            .withRate(optimizer, diverged.suggestedRate().getAsDouble())
                    : optimizer;
        }
    }
}
