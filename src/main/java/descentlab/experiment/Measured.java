package descentlab.experiment;

import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a training on pictures may be asked to measure beside its losses, each shown by a panel of its own. */
public enum Measured {
    /** The loss around the paths. */
    LANDSCAPE(plan -> plan.slice().on()),
    /** The curvature of the loss. */
    CURVATURE(plan -> plan.curvature().on()),
    /** Learning rates as pictures. */
    RATES(TrainingPlan::rateMaps);

    private final Predicate<TrainingPlan> asked;

    Measured(Predicate<TrainingPlan> asked) {
        this.asked = asked;
    }

    /** What an experiment asks for; nothing where it is no training. */
    public static Set<Measured> by(Experiment experiment) {
        return experiment instanceof TrainingExperiment training
                ? Arrays.stream(values())
                        .filter(each -> each.asked.test(training.plan()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measured.class)))
                : Set.of();
    }
}
