package descentlab.preview;

import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.objective.Window;
import descentlab.optimizer.MethodSpec;
import descentlab.run.RunService.Way;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A race: bands of height, the ways over them, where they start and where the minima are. */
final class RacePicture {

    /** Points of a way that a picture needs. */
    static final int MOST_POINTS = 600;

    private static final int CELL = 2;
    private static final int COLUMNS = Sheet.WIDTH / CELL;
    private static final int ROWS = Sheet.HEIGHT / CELL;
    private static final int BANDS = 14;
    private static final int LOW = 0xf3f7fd;
    private static final int HIGH = 0xaac2e3;
    private static final int EDGE = 0x9fb5d6;
    private static final int UNDEFINED = 0xe1e5ea;

    /** From here on a line is drawn no further: what lies beyond is far outside the picture. */
    private static final double FAR = 1e5;

    private final SurfaceExperiment race;
    private final List<Way> ways;
    private final Window window;
    private final float[] heights = new float[COLUMNS * ROWS];
    private int row;

    RacePicture(SurfaceExperiment race, List<Way> ways) {
        this.race = race;
        this.ways = ways;
        this.window = framed(race);
    }

    /** The objective's own window with the start, as wide as the sheet is. */
    private static Window framed(SurfaceExperiment race) {
        Window own = race.objective().window();
        Point start = race.start();
        double width = own.x1Max() - own.x1Min();
        double height = own.x2Max() - own.x2Min();
        double pad = 0.05;
        Window whole = own.with(new Window(
                start.x1() - pad * width, start.x1() + pad * width, start.x2() - pad * height, start.x2() + pad * height));
        width = whole.x1Max() - whole.x1Min();
        height = whole.x2Max() - whole.x2Min();
        double aspect = (double) Sheet.WIDTH / Sheet.HEIGHT;
        double x = (whole.x1Min() + whole.x1Max()) / 2;
        double y = (whole.x2Min() + whole.x2Max()) / 2;
        double half = Math.max(width, height * aspect) / 2;
        return new Window(x - half, x + half, y - half / aspect, y + half / aspect);
    }

    /** Computes and draws on, a row of heights at a time. */
    Optional<byte[]> advance(BooleanSupplier over) {
        Objective f = race.objective().function();
        while (row < ROWS) {
            for (int column = 0; column < COLUMNS; column++) {
                // The top row is the highest x2.
                heights[row * COLUMNS + column] =
                        (float) f.value(window.x1(column, COLUMNS), window.x2(ROWS - 1 - row, ROWS));
            }
            row++;
            if (over.getAsBoolean()) {
                return Optional.empty();
            }
        }
        return Optional.of(drawn());
    }

    private byte[] drawn() {
        Sheet sheet = new Sheet();
        ground(sheet);
        for (Point minimum : race.objective().minima()) {
            double x = x(minimum.x1());
            double y = y(minimum.x2());
            sheet.line(x - 9, y, x + 9, y, Sheet.SOFT, 3);
            sheet.line(x, y - 9, x, y + 9, Sheet.SOFT, 3);
        }
        for (Way way : ways) {
            sheet.trail(path(way.points()), OptimizerColors.of(MethodSpec.print(way.method())), 5);
        }
        for (Way way : ways) {
            sheet.dot(x(way.end().x1()), y(way.end().x2()), 9, OptimizerColors.of(MethodSpec.print(way.method())));
        }
        sheet.dot(x(race.start().x1()), y(race.start().x2()), 11, Sheet.INK);
        sheet.dot(x(race.start().x1()), y(race.start().x2()), 5, Sheet.CARD);
        return sheet.png();
    }

    /** Bands of equal area, so that every objective shows its shape, however steep it is. */
    private void ground(Sheet sheet) {
        float[] sorted = heights.clone();
        Arrays.sort(sorted); // not a number comes last
        int known = sorted.length;
        while (known > 0 && Float.isNaN(sorted[known - 1])) {
            known--;
        }
        float[] limits = new float[BANDS - 1];
        for (int i = 0; i < limits.length && known > 0; i++) {
            limits[i] = sorted[(int) ((long) (i + 1) * (known - 1) / BANDS)];
        }
        for (int cell = 0; cell < heights.length; cell++) {
            int color = Float.isNaN(heights[cell]) ? UNDEFINED : mixed(band(limits, heights[cell]));
            if (edge(limits, cell, cell % COLUMNS + 1 < COLUMNS ? 1 : 0) || edge(limits, cell, cell / COLUMNS + 1 < ROWS ? COLUMNS : 0)) {
                color = EDGE;
            }
            int x = cell % COLUMNS * CELL;
            int y = cell / COLUMNS * CELL;
            for (int i = 0; i < CELL * CELL; i++) {
                sheet.pixel(x + i % CELL, y + i / CELL, color);
            }
        }
    }

    /** Whether another band begins so many cells farther on. */
    private boolean edge(float[] limits, int cell, int farther) {
        return !Float.isNaN(heights[cell])
                && !Float.isNaN(heights[cell + farther])
                && band(limits, heights[cell]) != band(limits, heights[cell + farther]);
    }

    private static int band(float[] limits, float height) {
        int place = Arrays.binarySearch(limits, height);
        return place < 0 ? -place - 1 : place;
    }

    private static int mixed(int band) {
        double share = (double) band / (BANDS - 1);
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = LOW >> shift & 0xff;
            int high = HIGH >> shift & 0xff;
            color |= (int) Math.round(low + share * (high - low)) << shift;
        }
        return color;
    }

    private Path2D path(double[] points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i + 1 < points.length; i += 2) {
            double x = x(points[i]);
            double y = y(points[i + 1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    private double x(double x1) {
        return Math.clamp((x1 - window.x1Min()) / (window.x1Max() - window.x1Min()) * Sheet.WIDTH, -FAR, FAR);
    }

    private double y(double x2) {
        return Math.clamp((window.x2Max() - x2) / (window.x2Max() - window.x2Min()) * Sheet.HEIGHT, -FAR, FAR);
    }
}
