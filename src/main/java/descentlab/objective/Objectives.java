package descentlab.objective;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue of named objectives. */
public final class Objectives {

    private static final Window CHAPTER = new Window(-6, 2.4, -3, 2.4);
    private static final Window TYPED = new Window(-6, 6, -6, 6);
    private static final Point CHAPTER_START = new Point(-5, -2);

    private static final List<NamedObjective> ALL = List.of(
            new NamedObjective(
                    "ellipse",
                    "Ellipse",
                    "0.1\\,x_1^2 + 2\\,x_2^2",
                    new Quadratic(0.2, 0, 0, 4, 0, 0, 0),
                    List.of(new Point(0, 0)),
                    CHAPTER,
                    CHAPTER_START,
                    "The chapter's example: curved twenty times as much across as along. Watch which coordinate "
                            + "each optimizer gets right first."),
            new NamedObjective(
                    "rotated",
                    "Rotated, as printed",
                    "0.1\\,(x_1 + x_2)^2 + 2\\,(x_1 - x_2)^2",
                    new Quadratic(4.2, -3.8, -3.8, 4.2, 0, 0, 0),
                    List.of(new Point(0, 0)),
                    CHAPTER,
                    CHAPTER_START,
                    "The printed formula turns the ellipse by 45 degrees and also doubles f: the eigenvalues of "
                            + "its Hessian are 0.4 and 8 instead of 0.2 and 4. So the rates at which plain gradient "
                            + "descent is stable halve for a reason that is not rotation. For rotation alone take the "
                            + "ellipse and turn it."),
            new NamedObjective(
                    "rosenbrock",
                    "Rosenbrock",
                    "(1 - x_1)^2 + 100\\,(x_2 - x_1^2)^2",
                    Polynomial.ROSENBROCK,
                    List.of(new Point(1, 1)),
                    new Window(-2, 2, -1, 3),
                    new Point(-1.2, 1),
                    "A bent valley: getting into it is quick, following its flat floor to (1, 1) is not."),
            new NamedObjective(
                    "beale",
                    "Beale",
                    "(1.5 - x_1 + x_1 x_2)^2 + (2.25 - x_1 + x_1 x_2^2)^2 + (2.625 - x_1 + x_1 x_2^3)^2",
                    Polynomial.BEALE,
                    List.of(new Point(3, 0.5)),
                    new Window(-4.5, 4.5, -4.5, 4.5),
                    new Point(1, 1.5),
                    "Steep walls towards the corners, nearly flat in the middle: one rate hardly suits both."),
            new NamedObjective(
                    "himmelblau",
                    "Himmelblau",
                    "(x_1^2 + x_2 - 11)^2 + (x_1 + x_2^2 - 7)^2",
                    Polynomial.HIMMELBLAU,
                    List.of(
                            new Point(3, 2),
                            new Point(-2.805118086952745, 3.131312518250573),
                            new Point(-3.779310253377747, -3.2831859912861696),
                            new Point(3.5844283403304917, -1.8481265269644036)),
                    new Window(-5, 5, -5, 5),
                    new Point(0, 0),
                    "Four minima of the same depth. Which one is found depends on the start, and on the "
                            + "optimizer."),
            new NamedObjective(
                    "saddle",
                    "Saddle",
                    "x_1^2 - x_2^2",
                    new Quadratic(2, 0, 0, -2, 0, 0, 0),
                    List.of(),
                    new Window(-3, 3, -3, 3),
                    new Point(-2, 0.02),
                    "No minimum: the origin only looks like one along x₁. Who notices x₂ first? Newton's method "
                            + "walks into the saddle."),
            new NamedObjective(
                    "rastrigin",
                    "Rastrigin",
                    "20 + x_1^2 - 10 \\cos 2 \\pi x_1 + x_2^2 - 10 \\cos 2 \\pi x_2",
                    Wavy.RASTRIGIN,
                    List.of(new Point(0, 0)),
                    new Window(-5.12, 5.12, -5.12, 5.12),
                    new Point(-2.7, 3.3),
                    "A bowl full of dents. Descent ends in the next one, unless momentum or noise carries it "
                            + "over the rim."),
            new NamedObjective(
                    "ackley",
                    "Ackley",
                    "20 + e - 20\\, e^{-0.2 \\sqrt{(x_1^2 + x_2^2)/2}} - e^{(\\cos 2 \\pi x_1 + \\cos 2 \\pi "
                            + "x_2)/2}",
                    Wavy.ACKLEY,
                    List.of(new Point(0, 0)),
                    new Window(-5, 5, -5, 5),
                    new Point(-2.6, 3.3),
                    "A ripple on a wide funnel with a pointed hole: far out the gradient tells little of where "
                            + "the minimum is. At the origin there is no gradient; it counts as 0."),
            new NamedObjective(
                    "booth",
                    "Booth",
                    "(x_1 + 2\\,x_2 - 7)^2 + (2\\,x_1 + x_2 - 5)^2",
                    Polynomial.BOOTH,
                    List.of(new Point(1, 3)),
                    new Window(-10, 10, -10, 10),
                    new Point(-8, -6),
                    "A quadratic turned by 45 degrees, eigenvalues 2 and 18: what a diagonal preconditioner "
                            + "cannot see."),
            new NamedObjective(
                    "matyas",
                    "Matyas",
                    "0.26\\,(x_1^2 + x_2^2) - 0.48\\,x_1 x_2",
                    new Quadratic(0.52, -0.48, -0.48, 0.52, 0, 0, 0),
                    List.of(new Point(0, 0)),
                    new Window(-10, 10, -10, 10),
                    new Point(-8, 6),
                    "A long trough along the diagonal, eigenvalues 0.04 and 1."),
            new NamedObjective(
                    "styblinski-tang",
                    "Styblinski-Tang",
                    "\\tfrac{1}{2}\\,(x_1^4 - 16\\,x_1^2 + 5\\,x_1 + x_2^4 - 16\\,x_2^2 + 5\\,x_2)",
                    Polynomial.STYBLINSKI_TANG,
                    List.of(new Point(-2.903534027771177, -2.903534027771177)),
                    new Window(-5, 5, -5, 5),
                    new Point(4, -1),
                    "Four basins, one deeper than the rest. From this start the lower left one is far."),
            new NamedObjective(
                    "three-hump-camel",
                    "Three-hump camel",
                    "2\\,x_1^2 - 1.05\\,x_1^4 + \\tfrac{1}{6}\\,x_1^6 + x_1 x_2 + x_2^2",
                    Polynomial.THREE_HUMP_CAMEL,
                    List.of(new Point(0, 0)),
                    new Window(-3, 3, -3, 3),
                    new Point(-2.6, 2.4),
                    "Three valleys; the outer two end above the middle one."),
            new NamedObjective(
                    "monkey-saddle",
                    "Monkey saddle",
                    "x_1^3 - 3\\,x_1 x_2^2",
                    Polynomial.MONKEY_SADDLE,
                    List.of(),
                    new Window(-2, 2, -2, 2),
                    new Point(1.5, 0.1),
                    "No minimum, and at the origin not even a curvature: the Hessian is zero there, so that "
                            + "Newton's method has no step at that point."),
            new NamedObjective(
                    "ravine",
                    "Ravine",
                    "|x_1| + 10\\,|x_2|",
                    new Ravine(1, 10),
                    List.of(new Point(0, 0)),
                    CHAPTER,
                    CHAPTER_START,
                    "Kinks instead of curves: the gradient does not shrink near the minimum, so a constant rate "
                            + "jumps to and fro. On an axis the missing derivative counts as 0."));

    /** A minimizer farther out than this can neither be shown nor be started from. */
    private static final double FARTHEST = 1e8;

    private Objectives() {}

    /** Every objective, in the order it is offered. */
    public static List<NamedObjective> all() {
        return ALL;
    }

    /** The objective of that name. */
    public static Optional<NamedObjective> named(String name) {
        return ALL.stream().filter(objective -> objective.name().equals(name)).findFirst();
    }

    /** The names, for saying what is allowed. */
    public static String names() {
        return ALL.stream().map(NamedObjective::name).collect(Collectors.joining(", "));
    }

    /**
     * A quadratic as an entry like the catalogue's, with a window about its minimizer if it has exactly one.
     */
    public static NamedObjective of(Quadratic quadratic) {
        List<Point> minima = Quadratics.minimizer(quadratic)
                .filter(point -> Math.abs(point.x1()) <= FARTHEST && Math.abs(point.x2()) <= FARTHEST)
                .map(List::of)
                .orElse(List.of());
        Point center = minima.isEmpty() ? new Point(0, 0) : minima.getFirst();
        double reach = Math.max(6, 1.5 * Math.max(Math.abs(center.x1() + 5), Math.abs(center.x2() + 2)));
        Window window = new Window(
                center.x1() - reach, center.x1() + reach, center.x2() - reach, center.x2() + reach);
        return new NamedObjective(
                "quadratic", "Quadratic", Quadratics.formula(quadratic), quadratic, minima, window, CHAPTER_START, "");
    }

    /** A typed expression as an entry like the catalogue's; its minimum is known if it is a quadratic. */
    public static NamedObjective of(TypedObjective typed) {
        NamedObjective shape = typed.constantHessian()
                // With a constant Hessian and values all the same it may still be defined nowhere, as log(-1) is.
                .filter(h -> typed.undefinedAt(0, 0).isEmpty())
                .map(h -> {
                    double[] c = new double[2];
                    double b = typed.valueAndGradient(0, 0, c);
                    return of(new Quadratic(h.d11(), h.d12(), h.d12(), h.d22(), c[0], c[1], b));
                })
                .orElse(null);
        return new NamedObjective(
                "typed",
                "Typed",
                typed.tex(),
                typed,
                shape == null ? List.of() : shape.minima(),
                shape == null ? TYPED : shape.window(),
                CHAPTER_START,
                "");
    }
}
