package descentlab.objective;

import descentlab.linalg.Rotation2;
import java.util.List;

/**
 * An objective of the catalogue, as data.
 *
 * @param name as in links
 * @param title for people
 * @param formula in TeX
 * @param function the function itself
 * @param minima the known global minimizers; empty if there is none or it is not known
 * @param window what to show first
 * @param start where to start by default
 * @param note what to look at, in plain words; may be empty
 */
public record NamedObjective(
        String name,
        String title,
        String formula,
        Objective function,
        List<Point> minima,
        Window window,
        Point start,
        String note) {

    /** The same objective turned about the origin; itself at 0 degrees. The start stays where it is. */
    public NamedObjective rotated(double degrees) {
        if (degrees % 360 == 0) {
            return this;
        }
        Rotation2 rotation = Rotation2.byDegrees(degrees);
        List<Point> turned = minima.stream()
                .map(point -> new Point(
                        rotation.first(point.x1(), point.x2()), rotation.second(point.x1(), point.x2())))
                .toList();
        return new NamedObjective(
                name, title, formula, new Rotated(function, rotation), turned, window, start, note);
    }
}
