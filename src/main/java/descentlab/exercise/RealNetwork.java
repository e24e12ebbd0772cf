package descentlab.exercise;

import descentlab.exercise.ReadingPart.Asked;
import descentlab.exercise.ReadingPart.Misread;
import descentlab.experiment.TrainingExperiment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whether Adagrad preconditions a real network: the curvature of one in training read, worked with and put into words. */
final class RealNetwork {

    /** So small that a run takes a second; all pictures in each step, so that the line is that of its steps. */
    private static final Map<String, List<String>> SMALL = Map.ofEntries(
            Map.entry("model", List.of("mlp")),
            Map.entry("pictures", List.of("200")),
            Map.entry("batch", List.of("200")),
            Map.entry("epochs", List.of("400")),
            Map.entry("every", List.of("10000")),
            Map.entry("shuffle", List.of("false")),
            Map.entry("hidden", List.of("16")),
            Map.entry("activation", List.of("tanh")),
            Map.entry("loss", List.of("squared")),
            Map.entry("halved", List.of("true")),
            Map.entry("centered", List.of("true")),
            Map.entry("curvature", List.of("edge")),
            Map.entry("looks", List.of("50")));

    private static final double RATE = 0.1;
    private static final String CALM = "sgd(lr=0.1)";

    private RealNetwork() {}

    /** With networks trained on pictures of that name. */
    static Exercise on(String pictures) {
        return Exercise.of(
                "real-network",
                "Does it precondition a real network?",
                "The curvature of a network in training: read it, say which rates it allows, and what Adagrad makes of it.",
                "Beyond the chapter",
                random -> parts(random, pictures));
    }

    private static List<Part> parts(Random random, String pictures) {
        return List.of(
                line(random, pictures),
                Drawn.one(random, source -> momentum(source, pictures)),
                edge(pictures),
                units(random),
                Drawn.one(random, RealNetwork::half),
                NetworkReadings.permuted(),
                NetworkReadings.findings());
    }

    private static TrainingExperiment training(String pictures, int seed, String... runs) {
        Map<String, List<String>> query = new HashMap<>(SMALL);
        query.put("data", List.of(pictures));
        query.put("seed", List.of(String.valueOf(seed)));
        query.put("run", List.of(runs));
        return TrainingExperiment.read(query).orThrow();
    }

    private static ReadingPart line(Random random, String pictures) {
        int seed = Tex.between(random, 1, 999);
        return new ReadingPart(
                new Assignment(
                        "line",
                        "Where its steps would grow",
                        "Below, a small network learns from 200 pictures by gradient descent at $\\eta=0.1$, all of them in each step,"
                                + " from a start of your own (seed " + seed + "). The largest eigenvalue $\\lambda_1$ of the Hessian is"
                                + " measured as it goes. When it has finished, read it; then say above which rate gradient descent's steps would"
                                + " grow along that direction, were the curvature to stay what it is at the end. The server trains it again to"
                                + " check both.",
                        List.of(
                                "The sentence below the diagrams tells $\\lambda_1$ at the last step.",
                                "On a parabola with second derivative $\\lambda$ a step multiplies the distance to the minimum by"
                                        + " $1-\\eta\\lambda$. It grows once that is below $-1$.",
                                "$2/\\lambda_1$."),
                        "A step multiplies the distance along the sharpest direction by $1-\\eta\\lambda_1$, and that is below $-1$ from"
                                + " $\\eta=2/\\lambda_1$ on. The share that the panel shows is $\\eta$ over this rate,"
                                + " $\\eta\\lambda_1/2$."),
                training(pictures, seed, CALM),
                List.of(
                        new Asked("λ₁ at the end", readings -> readings.get("lambda1")),
                        new Asked("largest stable rate", readings -> 2 / readings.get("lambda1"))),
                List.of(
                        new Misread("the largest eigenvalue", readings -> readings.get("lambda1")),
                        new Misread("the second largest eigenvalue, which the diagram does not show", readings -> readings.get("lambda2")),
                        new Misread("the share of the largest stable rate", readings -> readings.get("edge")),
                        new Misread("the rate that it was trained at", readings -> RATE),
                        new Misread("the rate that goes with the largest eigenvalue", readings -> 2 / readings.get("lambda1")),
                        new Misread(
                                "one over the largest eigenvalue: there one step goes just to the minimum, and up to twice that the"
                                        + " steps do not grow",
                                readings -> 1 / readings.get("lambda1")),
                        new Misread("the rate upside down, $\\lambda_1/2$", readings -> readings.get("lambda1") / 2)));
    }

    /** Beside it a network with another curvature. */
    private static NumberPart momentum(Random random, String pictures) {
        double beta = Tex.oneOf(random, 5, 8, 9) / 10.0;
        int lambda = Tex.oneOf(random, 4, 8, 16, 20, 25, 32, 40, 50);
        double value = (2 + 2 * beta) / lambda;
        return new NumberPart(
                new Assignment(
                        "momentum",
                        "The line with momentum",
                        "Another network has $\\lambda_1=" + lambda + "$, and learns by all pictures in each step, with momentum"
                                + " $\\beta=" + Tex.number(beta) + "$: $v\\leftarrow\\beta v+g$, $x\\leftarrow x-\\eta v$. Above which"
                                + " rate $\\eta$ do its steps grow along the sharpest direction?",
                        List.of(
                                "Without momentum the line is at $2/\\lambda_1$. A velocity that remembers what it overshot bears more.",
                                "Along that direction $x_{t+1}=(1+\\beta-\\eta\\lambda_1)x_t-\\beta x_{t-1}$. At the line $x_t$ changes its"
                                        + " sign in every step and keeps its size.",
                                "$\\eta\\lambda_1=2+2\\beta$."),
                        "With $x_t=(-1)^t$ in $x_{t+1}=(1+\\beta-\\eta\\lambda_1)x_t-\\beta x_{t-1}$ it comes to"
                                + " $\\eta\\lambda_1=2+2\\beta$, so $\\eta=" + Tex.number(2 + 2 * beta) + "/" + lambda + "="
                                + Tex.number(Math.round(value * 1e6) / 1e6) + "$.")
                        .beside(new Exhibit.Training(
                                training(pictures, 0, "momentum(lr=0.1)"),
                                "A network by momentum, with a curvature of its own: how much of its line it takes.")),
                value,
                new NumberPart.Trap(2.0 / lambda, "That is gradient descent's line; with momentum it is farther out."),
                new NumberPart.Trap(2 * beta / lambda, "Two is missing: it is $2+2\\beta$ above, not $2\\beta$."),
                new NumberPart.Trap((1 + beta) / lambda, "There is another factor of 2: $2(1+\\beta)$.", Slip.HALF),
                new NumberPart.Trap((2 + beta) / lambda, "$\\beta$ counts twice: $2+2\\beta$."),
                new NumberPart.Trap(
                        (2 - 2 * beta) / lambda, "Mind the sign of $\\beta$: momentum bears a larger rate here, not a smaller one."),
                new NumberPart.Trap(
                        2 / (lambda * (1 - beta)),
                        "Steps that all go one way add up to $1/(1-\\beta)$ times as much; along this direction they change their sign."),
                new NumberPart.Trap(
                        (2 + 2 * beta) / ((1 + 2 * beta) * lambda), "That is Nesterov's line, which looks ahead."),
                new NumberPart.Trap(2 + 2 * beta, "That is $\\eta\\lambda_1$; divide by $\\lambda_1$."),
                new NumberPart.Trap((2 + 2 * beta) * lambda, "That multiplies by the curvature; the larger it is, the smaller the rate."));
    }

    private static PredictionPart edge(String pictures) {
        return new PredictionPart(
                new Assignment(
                        "edge",
                        "Where the curvature settles",
                        "The same small network, gradient descent by all pictures, 400 steps from one start: once at $\\eta=0.1$, once at"
                                + " $\\eta=0.4$. Which of the two has the larger $\\lambda_1$ at its end?",
                        List.of(
                                "The curvature of a network is not given, as that of a bowl is: it changes along the way.",
                                "How large may $\\lambda_1$ be for steps at $\\eta=0.4$ not to grow?"),
                        "The one at $\\eta=0.1$. While gradient descent gets on, the curvature rises, until $\\eta\\lambda_1$ comes to 2."
                                + " At $\\eta=0.4$ that is at $\\lambda_1=5$, and there it stays; at $0.1$ it would be at 20."),
                List.of(training(pictures, 0, CALM, "sgd(lr=0.4)")),
                List.of("That of $\\eta=0.1$", "That of $\\eta=0.4$", "Neither: they are within a tenth of each other"),
                ended -> {
                    double slow = ended.getFirst().getFirst().readings().get("lambda1");
                    double fast = ended.getFirst().getLast().readings().get("lambda1");
                    return Math.abs(slow - fast) <= Math.max(slow, fast) / 10 ? 2 : slow > fast ? 0 : 1;
                },
                "The curvature rises until $\\eta\\lambda_1$ comes to 2, and the larger rate gets there sooner.");
    }

    /** With nothing beside it: it is worked out by units. */
    private static EntriesPart units(Random random) {
        int k = Tex.oneOf(random, 3, 5, 6, 7, 12, 20);
        return new EntriesPart(
                new Assignment(
                        "units",
                        "In other units",
                        "A pixel is given in other units, in which its values are $" + k + "$ times as large, and its weight $w_i$ is made"
                                + " $" + k + "$ times smaller, so that the network computes what it did. By which factor do two numbers of that"
                                + " weight grow: the curvature $H_{ii}=\\partial^2f/\\partial w_i^2$, and the root $\\sqrt{s_i}$ of Adagrad's"
                                + " sum of its squared gradients over the same batches?",
                        List.of(
                                "With $w_i=" + k + "\\,w_i'$ the chain rule has a factor of $" + k + "$ for each derivative.",
                                "$s_i$ is a sum of *squares* of first derivatives, under a root.",
                                "$H_{ii}$ has two derivatives by $w_i'$, $\\sqrt{s_i}$ has the unit of one."),
                        "$H_{ii}$ has two derivatives by $w_i$ and grows $" + k + "^2=" + k * k + "$ times; $\\sqrt{s_i}$ has the unit of a"
                                + " gradient and grows $" + k + "$ times. From one unit to another $\\sqrt{s_i}$ goes with the root of $H_{ii}$:"
                                + " on logarithmic axes that is a slope of $\\tfrac12$."),
                1,
                2,
                List.of("curvature", "√s"),
                Rules.values(
                        new double[] {k * k, k},
                        Rules.trap("The curvature is a *second* derivative: the chain rule counts twice.", k, k),
                        Rules.trap("$s_i$ sums up squares, but its root is asked for.", k * k, k * k),
                        Rules.trap("They have changed places.", k, k * k),
                        Rules.trap(
                                "That is the other way round: the smaller a weight's numbers are, the more the loss changes from one to the"
                                        + " next.",
                                1.0 / (k * k), 1.0 / k),
                        Rules.trap(
                                "What the network computes stays, but derivatives by a weight are by the unit it is given in.", 1, 1),
                        Rules.trap(
                                "The root undoes the square of $s_i$; the factor of the gradient itself is left.", k * k, Math.sqrt(k)),
                        Rules.trap("There is no third derivative in $H_{ii}$.", k * k * k, k)));
    }

    /** With nothing beside it: it is worked out by powers. */
    private static NumberPart half(Random random) {
        int root = Tex.oneOf(random, 4, 6, 7, 8, 12, 15, 20, 30);
        int spread = root * root;
        return new NumberPart(
                new Assignment(
                        "half",
                        "What half a preconditioner leaves",
                        "In a network all $H_{ii}$ are above $0$, and $P_{ii}=\\sqrt{s_i}$ goes with them with a slope of exactly $\\tfrac12$ on"
                                + " logarithmic axes. The largest $H_{ii}$ is $" + spread + "$ times the median one. How many times the median is"
                                + " the largest entry on the diagonal of $P^{-1/2}HP^{-1/2}$?",
                        List.of(
                                "That diagonal has the entries $H_{ii}/P_{ii}$.",
                                "A slope of $\\tfrac12$ says that $P_{ii}$ is proportional to $\\sqrt{H_{ii}}$.",
                                "$H_{ii}/\\sqrt{H_{ii}}=\\sqrt{H_{ii}}$."),
                        "The entries are $H_{ii}/P_{ii}$, which goes with $H_{ii}/\\sqrt{H_{ii}}=\\sqrt{H_{ii}}$. So $\\sqrt{" + spread + "}="
                                + root + "$ is left of $" + spread + "$: half of it on a logarithmic scale. With a slope of 1 it would be 1."),
                root,
                new NumberPart.Trap(spread, "That is the spread of $H_{ii}$ itself, the square of what is left: $P$ takes some of it away.", Slip.SQUARE),
                new NumberPart.Trap(1, "So it would be with a slope of 1, where $P$ is the whole diagonal."),
                new NumberPart.Trap(
                        Math.sqrt(root), "One root too many: that divides by $P_{ii}$ once and a half. $P^{-1/2}$ stands on both sides, $P_{ii}^{-1}$ in all.",
                        Slip.ROOT),
                new NumberPart.Trap(
                        spread * root, "That multiplies by $P_{ii}$; $P^{-1/2}$ on both sides divides by it."),
                new NumberPart.Trap(spread / 2.0, "Half of it is meant on a logarithmic scale: a root."),
                new NumberPart.Trap(
                        Math.pow(spread, 0.75), "$P^{-1/2}$ stands on both sides: divide by $P_{ii}$, not by its root."));
    }
}
