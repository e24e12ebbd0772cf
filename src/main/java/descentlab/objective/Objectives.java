package descentlab.objective;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue of named objectives. */
public final class Objectives {

    private static final Window CHAPTER = new Window(-6, 2.4, -3, 2.4);
    private static final Point CHAPTER_START = new Point(-5, -2);

    private static final List<NamedObjective> ALL = List.of(
            new NamedObjective(
                    "ellipse",
                    "Ellipse",
                    "0.1\\,x_1^2 + 2\\,x_2^2",
                    new Quadratic(0.2, 0, 0, 4, 0, 0, 0),
                    List.of(new Point(0, 0)),
                    CHAPTER,
                    CHAPTER_START),
            new NamedObjective(
                    "rotated",
                    "Rotated, as printed",
                    "0.1\\,(x_1 + x_2)^2 + 2\\,(x_1 - x_2)^2",
                    new Quadratic(4.2, -3.8, -3.8, 4.2, 0, 0, 0),
                    List.of(new Point(0, 0)),
                    CHAPTER,
                    CHAPTER_START));

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
        List<Point> minima = Quadratics.minimizer(quadratic).map(List::of).orElse(List.of());
        Point center = minima.isEmpty() ? new Point(0, 0) : minima.getFirst();
        double reach = Math.max(6, 1.5 * Math.max(Math.abs(center.x1() + 5), Math.abs(center.x2() + 2)));
        Window window = new Window(
                center.x1() - reach, center.x1() + reach, center.x2() - reach, center.x2() + reach);
        return new NamedObjective(
                "quadratic", "Quadratic", Quadratics.formula(quadratic), quadratic, minima, window, CHAPTER_START);
    }
}
