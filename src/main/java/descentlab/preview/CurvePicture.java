package descentlab.preview;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;

/** Losses against epochs. */
final class CurvePicture {

    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final int RIGHT = Sheet.WIDTH - 50;
    private static final int BOTTOM = Sheet.HEIGHT - 60;
    private static final int GRID = 5;

    /** A curve, and whose it is; x and y in turn. */
    record Curve(String spec, List<double[]> points) {}

    private CurvePicture() {}

    /** Draws them on common axes; without points these alone. */
    static byte[] of(List<Curve> curves) {
        Sheet sheet = new Sheet();
        for (int i = 0; i <= GRID; i++) {
            double y = TOP + (double) i * (BOTTOM - TOP) / GRID;
            sheet.line(LEFT, y, RIGHT, y, Sheet.LINE, 2);
        }
        sheet.line(LEFT, TOP, LEFT, BOTTOM, Sheet.SOFT, 3);
        sheet.line(LEFT, BOTTOM, RIGHT, BOTTOM, Sheet.SOFT, 3);
        double last = curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(p -> p[0]).max().orElse(1);
        // What runs away does not press the others flat: the picture goes up to where all begin.
        double most = curves.stream()
                .filter(curve -> !curve.points().isEmpty())
                .mapToDouble(curve -> curve.points().getFirst()[1])
                .max()
                .orElse(1);
        double least = curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(p -> p[1]).min().orElse(0);
        double range = most > least ? 1.04 * (most - least) : 1;
        for (Curve curve : curves) {
            Path2D path = new Path2D.Double();
            for (double[] point : curve.points()) {
                double x = LEFT + point[0] / Math.max(last, Double.MIN_NORMAL) * (RIGHT - LEFT);
                double y = Math.max(TOP - Sheet.HEIGHT, BOTTOM - (point[1] - least) / range * (BOTTOM - TOP));
                if (path.getCurrentPoint() == null) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            Color color = OptimizerColors.of(curve.spec());
            sheet.trail(path, color, 5);
            if (path.getCurrentPoint() != null) {
                sheet.dot(path.getCurrentPoint().getX(), path.getCurrentPoint().getY(), 9, color);
            }
        }
        return sheet.png();
    }
}
