package descentlab.python;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Schedule;

/** A leg's learning rate: a number, or a function of the step t = 1, 2, ... of its clock. */
final class Rate {

    private Rate() {}

    /** Whether it changes. */
    static boolean changes(Leg leg) {
        return leg.optimizers().stream()
                .anyMatch(each -> !(each.schedule() instanceof Schedule.Constant) || each.lr() != leg.first().lr());
    }

    /** As an argument. */
    static String of(Leg leg) {
        return (changes(leg) ? "lambda t: " : "") + leg.at(Rate::atStep);
    }

    private static String atStep(Optimizer optimizer) {
        String lr = Literal.number(optimizer.lr());
        return switch (optimizer.schedule()) {
            case Schedule.Constant constant -> lr;
            case Schedule.InvSqrt(double c) -> lr + " / math.sqrt(t + " + Literal.number(c) + ")";
            case Schedule.Exponential(double gamma) -> lr + " * " + Literal.number(gamma) + " ** (t - 1)";
            case Schedule.Step(long every, double factor) ->
                lr + " * " + Literal.number(factor) + " ** ((t - 1) // " + every + ")";
            case Schedule.Cosine(long steps) -> lr + " * (1 + math.cos(math.pi * min(1, (t - 1) / " + steps + "))) / 2";
            case Schedule.Warmup(long n) -> lr + " * min(1, t / " + n + ")";
        };
    }
}
