package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import descentlab.exercise.Exhibit.TypedMatrix.Shown;
import descentlab.experiment.SurfaceExperiment;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The chapter's second exercise: Adagrad on the objective and on the turned one. */
final class TurnedObjective {

    static final Exercise EXERCISE = Exercise.of(
            "turned-objective",
            "The same bowl, turned",
            "Adagrad's rates belong to the coordinates. Turn the bowl and see what they are worth.",
            "Exercise 2",
            TurnedObjective::parts);

    private static final double GOAL = 0.4;

    private TurnedObjective() {}

    private static List<Part> parts(Random random) {
        return List.of(prediction(), hessian(), eigenvalues(), trap(), stableRate(), goal(), why());
    }

    private static SurfaceExperiment race(String objective, String... runs) {
        return SurfaceExperiment.read(Map.of(
                        "objective", List.of(objective), "start", List.of("-5,-2"), "run", List.of(runs)))
                .orThrow();
    }

    private static PredictionPart prediction() {
        return new PredictionPart(
                new Assignment(
                        "prediction",
                        "Before the run",
                        "Adagrad at $\\eta=0.4$ takes 20 steps on $0.1x_1^2+2x_2^2$ from $(-5,-2)$. Then bowl and start are"
                                + " turned about the origin by $45°$, and it takes 20 steps again. Where will $f$ be lower in"
                                + " the end?",
                        List.of("Adagrad gives each coordinate a rate of its own. Are coordinates what matters here?"),
                        "On the bowl that is not turned: $f\\approx0.618$ against $1.94$. There each coordinate has one"
                                + " curvature, and Adagrad's rate for it fits. Turned, both coordinates see a mixture"
                                + " of both curvatures. Plain gradient descent would not notice the turn at all."),
                List.of(
                        race("ellipse", "adagrad(lr=0.4)"),
                        turnedAlong("adagrad(lr=0.4)")),
                List.of("Lower on the bowl that is not turned", "Lower on the turned bowl", "Much the same on both"),
                ended -> {
                    double straight = ended.getFirst().getFirst().last();
                    double turned = ended.getLast().getFirst().last();
                    boolean alike = Math.abs(straight - turned) < 0.1 * Math.max(straight, turned);
                    return alike ? 2 : straight < turned ? 0 : 1;
                },
                "Each coordinate's rate fits that coordinate's curvature; on the turned bowl both coordinates meet both"
                        + " curvatures.");
    }

    /** The ellipse and the start (-5, -2), both turned by 45 degrees: nothing but the coordinates has changed. */
    private static SurfaceExperiment turnedAlong(String run) {
        double root = Math.sqrt(0.5);
        return SurfaceExperiment.read(Map.of(
                        "objective", List.of("ellipse"),
                        "rotate", List.of("45"),
                        "start", List.of((-5 + 2) * root + "," + (-5 - 2) * root),
                        "run", List.of(run)))
                .orThrow();
    }

    /** Beside it the discs alone: what comes next asks for the eigenvalues. */
    private static EntriesPart hessian() {
        return new EntriesPart(
                new Assignment(
                        "hessian",
                        "The turned bowl's matrix",
                        "Write the turned objective $f(x)=0.1(x_1+x_2)^2+2(x_1-x_2)^2$ as $\\tfrac12x^\\top Qx$."
                                + " What is"
                                + " $Q$?",
                        List.of(
                                "$Q$ is the matrix of second derivatives.",
                                "Multiply out: $f=2.1x_1^2-3.8x_1x_2+2.1x_2^2$."),
                        "$f=2.1x_1^2-3.8x_1x_2+2.1x_2^2$, so $Q=" + Tex.matrix(2, 4.2, -3.8, -3.8, 4.2) + "$.")
                        .beside(new Exhibit.TypedMatrix(2, Shown.DISCS)),
                2,
                2,
                List.of(),
                Rules.values(
                        new double[] {4.2, -3.8, -3.8, 4.2},
                        Rules.trap(
                                "This is half of it: mind the $\\tfrac12$ in $\\tfrac12x^\\top Qx$.",
                                2.1, -1.9, -1.9, 2.1),
                        Rules.trap("The entries are swapped: squares belong to the diagonal.", -3.8, 4.2, 4.2, -3.8),
                        Rules.trap(
                                "The mixed term has two places, $Q_{12}$ and $Q_{21}$: each gets half of it.",
                                4.2, -7.6, -7.6, 4.2),
                        Rules.trap(
                                "The mixed term has two places: half of it each, so that $Q$ is symmetric.",
                                4.2, -7.6, 0, 4.2),
                        Rules.trap(
                                "The mixed term has two places: half of it each, so that $Q$ is symmetric.",
                                4.2, 0, -7.6, 4.2),
                        Rules.trap(
                                "These are the coefficients of $f$. The $\\tfrac12$ doubles them on the diagonal; the mixed"
                                        + " term is shared by two places.",
                                2.1, -3.8, -3.8, 2.1),
                        Rules.trap("That is the bowl that is not turned.", 0.2, 0, 0, 4),
                        Rules.trap("Those are its eigenvalues; the matrix itself is not diagonal.", 0.4, 0, 0, 8)));
    }

    /** Beside it the race, which tells the directions and no eigenvalue. */
    private static EntriesPart eigenvalues() {
        return new EntriesPart(
                new Assignment(
                        "eigenvalues",
                        "Its eigenvalues",
                        "What are the eigenvalues of $" + Tex.matrix(2, 4.2, -3.8, -3.8, 4.2) + "$, in any order?",
                        List.of(
                                "$(1,1)$ and $(1,-1)$ are eigenvectors: by what are they multiplied?",
                                "$4.2-3.8$ and $4.2+3.8$."),
                        "$(1,1)$ is multiplied by $0.4$, $(1,-1)$ by $8$.")
                        .beside(new Exhibit.Race(
                                race("rotated", "sgd(lr=0.1)", "adagrad(lr=0.4)"),
                                "The bowl with this matrix. Its contours have two directions of their own: along them a"
                                        + " step of gradient descent points straight at the minimizer.")),
                2,
                1,
                List.of(),
                Rules.inAnyOrder(
                        0.4,
                        8,
                        Rules.trap("Those are the diagonal entries.", 4.2, 4.2),
                        Rules.trap("Those are the matrix's entries; add and subtract them.", 4.2, -3.8),
                        Rules.trap("Those are the matrix's entries; add and subtract them.", 4.2, 3.8),
                        Rules.trap(
                                "Those are the trace and the determinant: sum and product of the eigenvalues.", 8.4, 3.2),
                        Rules.trap(
                                "The off-diagonal entry comes in squared: a root is missing.",
                                4.2 + 3.8 * 3.8, 4.2 - 3.8 * 3.8)));
    }

    /** Beside it a true turn: what the printed formula does besides is left to find. */
    private static ChoicePart trap() {
        return new ChoicePart(
                new Assignment(
                        "trap",
                        "A trap",
                        "The bowl $0.1x_1^2+2x_2^2$ has the eigenvalues $0.2$ and $4$; the turned one, as it is"
                                + " printed,"
                                + " has $0.4$ and $8$. Does turning a function change its eigenvalues?",
                        List.of(
                                "A turn by $45°$ puts $(x_1+x_2)/\\sqrt2$ in place of $x_1$.",
                                "What are the squares of $(x_1+x_2)/\\sqrt2$ and of $x_1+x_2$?"),
                        "No. A turn by $45°$ puts $(x_1\\pm x_2)/\\sqrt2$ for the coordinates; the printed"
                                + " formula leaves"
                                + " the $\\sqrt2$ out, so that it turns $f$ and doubles it, too.")
                        .beside(new Exhibit.Race(
                                turnedAlong("sgd(lr=0.4)"),
                                "Bowl and start truly turned, and gradient descent at the rate $0.4$.")),
                List.of(
                        new Option(
                                "No. The printed formula turns the function and doubles it.",
                                true,
                                "Just so: the missing $1/\\sqrt2$, squared. That gradient descent's largest stable rate"
                                        + " halves there is all due to doubling. Adagrad at $0.4$ ends $6.35$ times as"
                                        + " high as on the bowl that is not turned, and of that a factor of $2$ is."),
                        new Option(
                                "Yes, by a factor of 2 for a turn by 45°.",
                                false,
                                "Turning is an orthogonal change of coordinates, and $U^\\top QU$ has the"
                                        + " eigenvalues of"
                                        + " $Q$. The factor has another cause."),
                        new Option(
                                "Yes, but only the condition number matters.",
                                false,
                                "The condition number is the same, 20. But the largest rate at which gradient"
                                        + " descent is"
                                        + " stable depends on the eigenvalue itself.")));
    }

    /** Beside it the bowl that is not doubled, whose bound is another. */
    private static NumberPart stableRate() {
        return NumberPart.bound(
                new Assignment(
                        "stable-rate",
                        "What the doubling costs",
                        "Up to which learning rate does plain gradient descent stay stable on the printed turned"
                                + " objective, whose eigenvalues are $0.4$ and $8$?",
                        List.of(
                                "Along an eigenvector each step multiplies the distance by $1-\\eta\\lambda$.",
                                "$|1-\\eta\\lambda|<1$ for both eigenvalues."),
                        "$|1-8\\eta|<1$ asks for $\\eta<2/8=0.25$; on the bowl that is not turned it was $2/4=0.5$.")
                        .beside(new Exhibit.Race(
                                race("ellipse", "sgd(lr=0.45)", "sgd(lr=0.52)"),
                                "The bowl that is not turned, and gradient descent at a rate on either side of its own"
                                        + " bound.")),
                0.25,
                new NumberPart.Trap(0.125, "At $1/\\lambda_{\\max}$ the steepest direction is solved in one step."
                        + " Twice that is possible.", Slip.HALF),
                new NumberPart.Trap(0.5, "That is the bound of the bowl that was not doubled."),
                new NumberPart.Trap(2.5, "$1/\\lambda_{\\min}$ suits the flat direction only."),
                new NumberPart.Trap(2 / 8.4, "That is the fastest rate, not the largest stable one."),
                new NumberPart.Trap(8, "That is the largest eigenvalue itself: the rate is 2 over it."),
                new NumberPart.Trap(20, "That is the condition number."),
                new NumberPart.Trap(5, "$2/\\lambda_{\\min}$ suits the flat direction only; the steep one runs away."));
    }

    private static GoalPart goal() {
        SurfaceExperiment initial = race("rotated", "adagrad(lr=0.4)");
        return new GoalPart(
                new Assignment(
                        "goal",
                        "Make Adagrad work here",
                        "Adagrad's printed rate $0.4$ ends at $f\\approx3.9$ on the turned bowl. Find a rate with which"
                                + " Adagrad, and nothing else about it changed, ends below $f=" + GOAL
                                + "$ after 20 steps from $(-5,-2)$.",
                        List.of(
                                "Adagrad never runs away on a bowl: try rates above 1.",
                                "Too large is slow as well: the first steps go far and the rates shrink at once. Look"
                                        + " around 3."),
                        "With $\\eta=3$ it ends at $f\\approx0.36$; some way below and above $3$ do too."),
                initial,
                experiment -> Terms.of(experiment)
                        .race(initial)
                        .atMostSteps(20)
                        .onlyAdagrad(run -> run.power() == 0.5 && run.memory() == 1)
                        .complaint(),
                ended -> Terms.belowWith(ended, GOAL));
    }

    /** Beside it the race: that both rates are alike is found by going through its steps. */
    private static ChoicePart why() {
        return new ChoicePart(
                new Assignment(
                        "why",
                        "Why it differs",
                        "Why does Adagrad gain so little on the turned bowl, at whichever rate?",
                        List.of("What are the diagonal entries of the turned bowl's matrix?"),
                        "Adagrad rescales coordinates, as a diagonal matrix would. The turned bowl's matrix has equal"
                                + " diagonal entries, so a rescaling by coordinates leaves its condition number at 20:"
                                + " what remains of Adagrad is a rate that shrinks.")
                        .beside(new Exhibit.Race(
                                race("rotated", "adagrad(lr=0.4)", "adagrad(lr=3)"),
                                "Adagrad at two rates on the turned bowl. Go through its steps: how do the rates of the two"
                                        + " coordinates compare?")),
                List.of(
                        new Option(
                                "Its rates belong to coordinates, and here both coordinates are alike.",
                                true,
                                "Yes: the matrix has equal diagonal entries, so neither coordinate is the steep one, and a"
                                        + " diagonal rescaling cannot undo a turn."),
                        new Option(
                                "Its rates shrink faster there, since the gradients are larger.",
                                false,
                                "Gradients twice as large do not change Adagrad's step: the step divides by them."
                                        + " What matters is how the two coordinates compare."),
                        new Option(
                                "The turned bowl's condition number is larger.",
                                false,
                                "It is 20 in both. Turning leaves the eigenvalues' ratio alone.")));
    }
}
