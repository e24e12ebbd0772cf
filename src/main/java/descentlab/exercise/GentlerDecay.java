package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.Adagrad;
import descentlab.optimizer.OptimizerSpec;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The chapter's sixth exercise: a decay that is less aggressive. */
final class GentlerDecay {

    private static final Exhibit MEMORY = new Exhibit.Race(
            race("adagrad(lr=0.4)", "adagrad(lr=0.4,memory=0.7)"),
            "Adagrad with its whole memory (1), and with one of $0.7$ (2). Show the memory and go through the steps: which"
                    + " sum can fall again?");

    static final Exercise EXERCISE = Exercise.of(
            "gentler-decay",
            "A gentler decay",
            "Adagrad's rates only ever shrink. Change how they do, and reach what plain Adagrad misses.",
            "Exercise 6",
            GentlerDecay::parts);

    private static final double GOAL = 0.1;
    private static final double RATE = 0.4;

    private GentlerDecay() {}

    private static List<Part> parts(Random random) {
        return List.of(
                Drawn.one(random, GentlerDecay::clock),
                prediction(),
                goal(),
                Drawn.one(random, GentlerDecay::forgets),
                name());
    }

    private static SurfaceExperiment race(String... runs) {
        return SurfaceExperiment.read(Map.of("start", List.of("-5,-2"), "run", List.of(runs))).orThrow();
    }

    /** Beside it a race with other gradients, as it prints rates. */
    private static NumberPart clock(Random random) {
        int root = Tex.between(random, 3, 9);
        int g = Tex.between(random, 2, 5);
        double lr = Tex.between(random, 1, 9) / 10.0;
        double value = lr / (root * g);
        return new NumberPart(
                new Assignment(
                        "clock",
                        "How fast it shrinks",
                        "A coordinate's gradient is $" + g + "$ at every step. Adagrad runs at $\\eta=" + Tex.number(lr)
                                + "$. What is the coordinate's effective rate $\\eta/\\sqrt{s}$ at step $"
                                + root * root + "$? (Leave $\\epsilon$ out.)",
                        List.of(
                                "$s$ is the sum of the squared gradients so far.",
                                "$s=" + root * root + "\\cdot" + g * g + "$."),
                        "$s=" + root * root + "\\cdot" + g + "^2$, so the rate is $" + Tex.number(lr) + "/(" + root
                                + "\\cdot" + g + ")\\approx" + Terms.rounded(value) + "$: it falls as $1/\\sqrt t$.")
                        .beside(new Exhibit.Race(
                                race("adagrad(lr=0.4)"),
                                "Adagrad on the chapter's bowl, where gradients do not stay what they are. Go through its steps"
                                        + " and watch the sum and the rate of each coordinate.")),
                value,
                new NumberPart.Trap(lr / (root * root * g * g), "That divides by $s$; Adagrad divides by its root."),
                new NumberPart.Trap(lr / root, "The gradient's size counts too: $s$ sums *squares of gradients*."),
                new NumberPart.Trap(lr / g, "That is the rate of the first step."),
                new NumberPart.Trap(
                        lr / Math.sqrt(root * root * g), "Each gradient comes in squared: $s$ sums $g^2$."),
                new NumberPart.Trap(lr / (root * root * g), "The number of steps is under the root as well."),
                new NumberPart.Trap(lr / (root * g * g), "The gradient's square is under the root as well."),
                new NumberPart.Trap(1.0 / (root * g), "That leaves out the rate $\\eta$."),
                new NumberPart.Trap(
                        lr / (g * Math.sqrt(root * root - 1)), "That is a step too early: at step $t$ there are $t$ squares."),
                new NumberPart.Trap(
                        lr / (g * Math.sqrt(root * root + 1)), "That is a step too late: at step $t$ there are $t$ squares."),
                new NumberPart.Trap(lr * root * g, "Divide by the root; that multiplies by it."));
    }

    private static PredictionPart prediction() {
        return new PredictionPart(
                new Assignment(
                        "prediction",
                        "Before the run",
                        "On $0.1x_1^2+2x_2^2$ from $(-5,-2)$, 20 steps at $\\eta=0.4$: Adagrad with power"
                                + " $\\tfrac12$, and"
                                + " the same with power $\\tfrac14$, which divides by $s^{1/4}$. Which ends lower?",
                        List.of("While $s>1$, which of $s^{1/4}$ and $s^{1/2}$ is larger?"),
                        "Power $\\tfrac14$: as soon as $s$ is above 1 it divides by less, and the flat"
                                + " coordinate, which"
                                + " has far to go, is not slowed down so soon."),
                List.of(race("adagrad(lr=0.4)", "adagrad(lr=0.4,power=0.25)")),
                List.of("Power 1/2, plain Adagrad", "Power 1/4"),
                ended -> ended.getFirst().getFirst().last() <= ended.getFirst().getLast().last() ? 0 : 1,
                "With power $\\tfrac14$ it divides by $s^{1/4}$, and the rates stay up for longer.");
    }

    private static GoalPart goal() {
        SurfaceExperiment initial = race("adagrad(lr=0.4)");
        return new GoalPart(
                new Assignment(
                        "goal",
                        "Reach what Adagrad misses",
                        "Plain Adagrad at $\\eta=0.4$ ends at $f\\approx0.62$ after 20 steps from $(-5,-2)$. Keep"
                                + " the rate and $\\epsilon$, choose a *power* above $0$ and at most $\\tfrac12$ or a"
                                + " *memory* above $0$ and at most $1$ (under “⋯”), and end below $f=" + GOAL + "$.",
                        List.of(
                                "A smaller power slows the decay; a memory below 1 lets go of old gradients.",
                                "A power of $0.25$ ends at $0.267$, one of $0.1$ at $0.145$; at $0$, which is plain gradient"
                                        + " descent, it would be $0.089$. Try the memory: $0.9$, $0.8$, …",
                                "A memory of $0.5$ is enough."),
                        "For instance $\\text{memory}=0.5$, which ends at $f\\approx0.042$: "
                                + "$s$ no longer grows without end, so the rates do not shrink for ever."),
                initial,
                experiment -> Terms.of(experiment)
                        .race(initial)
                        .atMostSteps(20)
                        .onlyAdagrad(GentlerDecay::gentler)
                        .complaint(),
                ended -> Terms.belowWith(ended, GOAL));
    }

    /** A decay between gradient descent's, which has none, and Adagrad's own; a huge eps would be none as well. */
    private static boolean gentler(Adagrad run) {
        Adagrad plain = (Adagrad) OptimizerSpec.parse("adagrad()");
        return run.lr() == RATE
                && run.eps() == plain.eps()
                && run.power() > 0
                && run.power() <= plain.power()
                && run.memory() > 0
                && run.memory() <= plain.memory();
    }

    /** Beside it a race with another memory and other gradients, as it prints sums. */
    private static NumberPart forgets(Random random) {
        int tenths = Tex.oneOf(random, 5, 6, 8, 9);
        int g = Tex.between(random, 2, 6);
        double m = tenths / 10.0;
        double value = g * g / (1 - m);
        return new NumberPart(
                new Assignment(
                        "forgets",
                        "Where the memory settles",
                        "With memory $m=" + Tex.number(tenths / 10.0) + "$ the sum is $s\\leftarrow m\\,s+g^2$."
                                + " The gradient"
                                + " is always $" + g + "$. To which number does $s$ tend?",
                        List.of(
                                "Where it settles, $s=m\\,s+g^2$.",
                                "$s=g^2/(1-m)$."),
                        "$s=m\\,s+g^2$ gives $s=g^2/(1-m)=" + g * g + "/" + Tex.number((10 - tenths) / 10.0) + "="
                                + Tex.number(Math.round(value * 1000) / 1000.0) + "$.")
                        .beside(MEMORY),
                value,
                new NumberPart.Trap(g * g, "That is one squared gradient; the older ones are not forgotten at once."),
                new NumberPart.Trap(g / (1 - m), "The gradient comes in squared."),
                new NumberPart.Trap(g * g / m, "That divides by $m$; from $s=m\\,s+g^2$ comes a division by $1-m$."),
                new NumberPart.Trap(
                        g * g * (1 - m), "That multiplies by $1-m$, as an average would; here you have to divide."),
                new NumberPart.Trap(g * g * m, "That multiplies by $m$; solve $s=m\\,s+g^2$ for $s$: divide."),
                new NumberPart.Trap(g * g * (1 + m), "Those are the first two terms only; all older ones add to it."),
                new NumberPart.Trap(g * g / (1 + m), "Mind the sign: $s-m\\,s=g^2$, so divide by $1-m$."),
                new NumberPart.Trap(g * g / (1 - m * m), "The memory $m$ is not squared."),
                new NumberPart.Trap(1 / (1 - m), "That leaves out the gradient, $g^2$."));
    }

    /** Beside it the two memories and no other method: which it is has to be thought out. */
    private static ChoicePart name() {
        return new ChoicePart(
                new Assignment(
                        "name",
                        "It has a name",
                        "Adagrad with a memory below 1 forgets old gradients at a constant pace. Which known"
                                + " method is it,"
                                + " up to a constant factor of $s$?",
                        List.of("Which method keeps a *leaky average* of squared gradients, and nothing else?"),
                        "RMSProp: $s\\leftarrow\\gamma s+(1-\\gamma)g^2$. The factor $1-\\gamma$ turns the sum into an"
                                + " average; with a rate larger by $1/\\sqrt{1-\\gamma}$ the steps are the same, up to"
                                + " $\\epsilon$.")
                        .beside(MEMORY),
                List.of(
                        new Option(
                                "RMSProp",
                                true,
                                "Yes. RMSProp's $1-\\gamma$ only rescales $s$, and the rate can make up for it."),
                        new Option(
                                "Momentum",
                                false,
                                "Momentum averages the gradients themselves, not their squares, and changes the"
                                        + " direction, not the rates."),
                        new Option(
                                "Adam",
                                false,
                                "Close: Adam has that average of squares too, but it averages the gradient as well and"
                                        + " corrects both for their start at zero."),
                        new Option(
                                "Newton's method",
                                false,
                                "Newton's method uses second derivatives and remembers nothing.")));
    }
}
