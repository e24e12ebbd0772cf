package descentlab.exercise;

import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.Method;
import descentlab.optimizer.RuleOptimizer;
import descentlab.optimizer.Schedule;
import descentlab.rule.Rule;
import java.util.List;

/**
 * A race in which written rules show what they do.
 *
 * @param where where that is, in words before "step 1 leads"
 * @param race with no runs in it
 * @param lr the rate there
 * @param schedule of that rate
 * @param tiny whether gradients are so small that eps matters, and where it stands
 */
record ProvingGround(String where, SurfaceExperiment race, double lr, Schedule schedule, boolean tiny) {

    /** A rule there. */
    RuleOptimizer run(Rule rule) {
        return new RuleOptimizer(
                rule, lr, rule.parameters().stream().map(Rule.Parameter::initial).toList(), false, schedule);
    }

    /** The race of some methods. */
    SurfaceExperiment of(Method... runs) {
        return race.withRuns(List.of(runs));
    }
}
