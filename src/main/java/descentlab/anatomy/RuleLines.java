package descentlab.anatomy;

import descentlab.anatomy.Term.Role;
import descentlab.optimizer.RuleOptimizer;
import descentlab.rule.RuleStep;
import descentlab.training.StepTaken;
import java.util.List;

/**
 * The lines of a step by a rule of somebody's own: each assignment with what it came to. A step in single precision is told as a
 * whole, since its parts were rounded on the way.
 */
final class RuleLines {

    private RuleLines() {}

    static void follow(Working working, RuleOptimizer optimizer) {
        StepTaken step = working.step;
        working.told(Role.SCHEDULE, "\\eta", "learning rate of this step", "", false,
                optimizer.schedule().rate(optimizer.lr(), step.t()));
        if (optimizer.single()) {
            step.after().memories().forEach((symbol, values) ->
                    working.told(Role.MEMORY, symbol, "remembered from now on", "", false, values));
        } else {
            assignments(working, optimizer);
        }
        double[] next = step.next();
        working.told(Role.STEP, "\\Delta", "step", "x' - x", false, next[0] - step.x()[0], next[1] - step.x()[1]);
        working.told(Role.NEXT, "x'", "where the step leads", optimizer.single() ? optimizer.rule().tex() : "", false, next);
    }

    private static void assignments(Working working, RuleOptimizer optimizer) {
        StepTaken step = working.step;
        List<RuleStep.Assigned> lines = optimizer
                .inParts(step.before().memories(), step.before().numbers(), step.t(), step.x(), step.gradient())
                .assigned();
        for (RuleStep.Assigned line : lines) {
            boolean x = line.name().equals("x");
            working.told(
                    x ? Role.POINT : line.remembered() ? Role.MEMORY : Role.DIRECTION,
                    line.nameTex(),
                    x ? "where it goes" : line.remembered() ? "remembered from now on" : "of this step alone",
                    line.valueTex(),
                    line.remembered() || x,
                    line.values());
        }
    }
}
