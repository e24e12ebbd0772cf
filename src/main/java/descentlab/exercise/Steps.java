package descentlab.exercise;

import java.util.List;
import java.util.Random;

/** Steps of Adagrad and of momentum by hand, one coordinate at a time, without end. */
final class Steps {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Each once, then all again a level harder. */
    private static final List<DrillKind> KINDS =
            List.of(Steps::sum, Steps::change, Steps::next, Steps::momentum, Steps::twoSteps);

    static final Exercise EXERCISE = new Exercise(
            "steps",
            "Steps by hand",
            "One coordinate and one step at a time: what Adagrad makes of its sum and its place, and what momentum does."
                    + " Always another, at rising difficulty.",
            "Practice",
            Exercise.ENDLESS,
            Steps::part);

    /** Legs and hypotenuses, the longer leg first. */
    private static final int[][] TRIPLES = {
        {4, 3, 5}, {12, 5, 13}, {15, 8, 17}, {24, 7, 25}, {21, 20, 29}, {35, 12, 37}, {40, 9, 41}
    };

    private static final int EASY_TRIPLES = 3;

    private Steps() {}

    private static Part part(long seed, int index) {
        return Drawn.one(new Random(seed ^ SPREAD * (index + 1L)), random -> KINDS.get(index % KINDS.size())
                .make("step-" + (index + 1), random, 1 + index / KINDS.size()));
    }

    static NumberPart sum(String id, Random random, int level) {
        AdagradStep step = AdagradStep.random(random, level);
        return new NumberPart(
                new Assignment(
                        id,
                        "The new sum",
                        step.known() + " What is $s$ after this step?"
                                + (step.eps() == 0 ? "" : " (Here $\\epsilon=" + step.eps() + "$.)"),
                        List.of("$s\\leftarrow s+g^2$.", "$" + square(step.g()) + "=" + step.g() * step.g() + "$."),
                        "$" + step.summed() + "$."),
                step.sum(),
                StepReasons.sum(step));
    }

    private static String square(int g) {
        return (g < 0 ? "(" + g + ")" : g) + "^2";
    }

    static NumberPart change(String id, Random random, int level) {
        AdagradStep step = AdagradStep.random(random, level);
        return new NumberPart(
                new Assignment(
                        id,
                        "The step",
                        step.known() + " " + step.settings() + " By how much does the coordinate change?",
                        hints(step),
                        worked(step) + "."),
                step.change(),
                StepReasons.change(step));
    }

    static NumberPart next(String id, Random random, int level) {
        AdagradStep step = AdagradStep.random(random, level);
        return new NumberPart(
                new Assignment(
                        id,
                        "The new place",
                        step.known() + " " + step.settings() + " It is at $x=" + Tex.number(step.x())
                                + "$. Where is it after the step?",
                        hints(step),
                        worked(step) + ": it comes to $" + Tex.number(step.x()) + Tex.plus(short6(step.change())) + approx(step.next())
                                + "$."),
                step.next(),
                StepReasons.next(step));
    }

    private static List<String> hints(AdagradStep step) {
        return List.of(
                "First $s\\leftarrow s+g^2$, then the step $-\\eta\\,g/\\sqrt{s+\\epsilon}$.",
                "$" + step.summed() + "$, and $" + step.divisor() + "$.");
    }

    private static String worked(AdagradStep step) {
        return "$" + step.summed() + "$, $" + step.divisor() + "$, and the step is $-" + Tex.number(step.lr()) + "\\cdot"
                + (step.g() < 0 ? "(" + step.g() + ")" : step.g()) + "/" + step.root() + approx(step.change()) + "$";
    }

    private static double short6(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** The sign that is true of it, and the number to three digits. */
    private static String approx(double value) {
        String digits = Terms.rounded(value);
        return (Math.abs(Double.parseDouble(digits) - value) < 1e-12 ? "=" : "\\approx ") + digits;
    }

    static NumberPart twoSteps(String id, Random random, int level) {
        int[] triple = TRIPLES[random.nextInt(Math.min(TRIPLES.length, EASY_TRIPLES + level / 2))];
        int tenths = Tex.between(random, 1, 4 + Growth.of(level));
        int curvature = Tex.between(random, 2, 6);
        double first = triple[0] * tenths / 10.0;
        double second = triple[1] * tenths / 10.0;
        double lr = (triple[0] - triple[1]) * tenths / 10.0;
        double value = second - lr * triple[1] / triple[2];
        return new NumberPart(
                new Assignment(
                        id,
                        "Two steps",
                        "Adagrad starts at $x=" + Tex.number(first) + "$ with $s=0$ and takes two steps on $f(x)="
                                + Tex.fraction(curvature, 2) + "x^2$ at the rate $\\eta=" + Tex.number(lr)
                                + "$. Where is it then? (Leave $\\epsilon$ out.)",
                        List.of(
                                "The first step is of length $\\eta$, whatever the gradient.",
                                "After it $x=" + Tex.number(second) + "$. The gradients are $" + curvature
                                        + "x$; the factor $" + curvature + "$ cancels in the second step, too."),
                        "The first step is of length $\\eta$ and leads to $" + Tex.number(second)
                                + "$. The second divides by the root of both squares: it is $\\eta\\cdot"
                                + Tex.number(second) + "/\\sqrt{" + Tex.number(first) + "^2+" + Tex.number(second)
                                + "^2}" + approx(lr * triple[1] / triple[2]) + "$ long and leads to $x" + approx(value)
                                + "$."),
                value,
                StepReasons.twoSteps(first, second, lr, curvature));
    }

    static NumberPart momentum(String id, Random random, int level) {
        int x = Tex.between(random, 2, 6 + Growth.of(level));
        int v = Tex.between(random, 2, 6 + Growth.of(level)) * (level > 1 && random.nextBoolean() ? -1 : 1);
        int g = Tex.between(random, 2, 6 + Growth.of(level)) * (level > 1 && random.nextBoolean() ? -1 : 1);
        double beta = Tex.oneOf(random, 5, 8, 9) / 10.0;
        double lr = Tex.between(random, 1, 5) / 10.0;
        double velocity = beta * v + g;
        double value = x - lr * velocity;
        return new NumberPart(
                new Assignment(
                        id,
                        "A step of momentum",
                        "Momentum with $\\beta=" + Tex.number(beta) + "$ and $\\eta=" + Tex.number(lr)
                                + "$ is at $x=" + x + "$ with the velocity $v=" + v + "$. The gradient is now $g=" + g
                                + "$. Where is it after the step?",
                        List.of(
                                "First $v\\leftarrow\\beta\\,v+g$, then $x\\leftarrow x-\\eta\\,v$.",
                                "$v=" + Tex.number(beta) + "\\cdot" + (v < 0 ? "(" + v + ")" : v) + Tex.plus(g) + "="
                                        + Tex.number(short6(velocity)) + "$."),
                        "$v=" + Tex.number(short6(velocity)) + "$, so $x=" + x + "-" + Tex.number(lr) + "\\cdot"
                                + (velocity < 0 ? "(" + Tex.number(short6(velocity)) + ")" : Tex.number(short6(velocity)))
                                + approx(value) + "$."),
                value,
                StepReasons.momentum(x, v, g, beta, lr));
    }
}
