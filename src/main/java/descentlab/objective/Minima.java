package descentlab.objective;

import java.util.Comparator;
import java.util.List;

/**
 * Minima of an objective, local ones too, the deepest first.
 *
 * @param points where they are
 * @param values of the objective there
 * @param reach how near to one counts as there
 */
public record Minima(List<Point> points, List<Double> values, double reach) {

    /** Shares of a window's diagonal that count as near. */
    private static final double NEAR = 0.02;

    public Minima {
        points = List.copyOf(points);
        values = List.copyOf(values);
    }

    /**
     * Those of an objective.
     *
     * @param window of whose diagonal a fiftieth counts as near, or half the way between two minima if that is less
     */
    static Minima of(Objective objective, List<Point> points, Window window) {
        List<Point> deepest = points.stream()
                .sorted(Comparator.comparingDouble((Point point) -> objective.value(point.x1(), point.x2()))
                        .thenComparingDouble(Point::x1)
                        .thenComparingDouble(Point::x2))
                .toList();
        double reach = NEAR * diagonal(window);
        for (int i = 0; i < deepest.size(); i++) {
            for (int j = 0; j < i; j++) {
                reach = Math.min(reach, distance(deepest.get(i), deepest.get(j).x1(), deepest.get(j).x2()) / 2);
            }
        }
        return new Minima(
                deepest,
                deepest.stream().map(point -> objective.value(point.x1(), point.x2())).toList(),
                reach);
    }

    static double diagonal(Window window) {
        return Math.hypot(window.x1Max() - window.x1Min(), window.x2Max() - window.x2Min());
    }

    static double distance(Point point, double x1, double x2) {
        return Math.hypot(point.x1() - x1, point.x2() - x2);
    }

    /** The lowest value; -infinity if there is no minimum, so that nothing is as low. */
    public double least() {
        return values.stream().mapToDouble(each -> each).min().orElse(Double.NEGATIVE_INFINITY);
    }

    /** The one that is near to a point; null if none is. */
    public Point near(double x1, double x2) {
        Point nearest = null;
        double least = reach;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            // Without roots: a map asks this of tens of thousands of ends.
            double d1 = Math.abs(point.x1() - x1);
            double d2 = Math.abs(point.x2() - x2);
            if (d1 <= least && d2 <= least && Math.sqrt(d1 * d1 + d2 * d2) <= least) {
                least = Math.sqrt(d1 * d1 + d2 * d2);
                nearest = point;
            }
        }
        return nearest;
    }
}
