package descentlab.python;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Schedule;

/** An optimizer's learning rate: a number, or a function of the step t = 1, 2, ... */
final class Rate {

    private Rate() {}

    /** Whether it changes. */
    static boolean changes(Optimizer optimizer) {
        return !(optimizer.schedule() instanceof Schedule.Constant);
    }

    /** As an argument. */
    static String of(Optimizer optimizer) {
        String lr = Literal.number(optimizer.lr());
        return switch (optimizer.schedule()) {
            case Schedule.Constant constant -> lr;
            case Schedule.InvSqrt(double c) -> "lambda t: " + lr + " / math.sqrt(t + " + Literal.number(c) + ")";
            case Schedule.Exponential(double gamma) -> "lambda t: " + lr + " * " + Literal.number(gamma) + " ** (t - 1)";
            case Schedule.Step(long every, double factor) ->
                "lambda t: " + lr + " * " + Literal.number(factor) + " ** ((t - 1) // " + every + ")";
            case Schedule.Cosine(long steps) ->
                "lambda t: " + lr + " * (1 + math.cos(math.pi * min(1, (t - 1) / " + steps + "))) / 2";
            case Schedule.Warmup(long n) -> "lambda t: " + lr + " * min(1, t / " + n + ")";
        };
    }
}
