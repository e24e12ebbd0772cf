package descentlab.dataset;

import java.util.Arrays;

/** A small gray picture on which polygons are filled, each pixel by the share of it that they cover. */
final class Canvas {

    /** Lines drawn for each row of pixels. */
    private static final int LINES = 4;

    private final int side;
    private final double[] gray;
    private final double[] cover;
    private final double[] crossings = new double[64];

    Canvas(int side) {
        this.side = side;
        this.gray = new double[side * side];
        this.cover = new double[side * side];
    }

    void clear() {
        Arrays.fill(gray, 0);
    }

    /** Gray value of a pixel, row by row. */
    double gray(int index) {
        return gray[index];
    }

    /**
     * Fills a polygon, even-odd.
     *
     * @param corners x and y in turn, the picture being -1 to 1 both ways
     * @param shade to give what it covers
     */
    void fill(double[] corners, double shade) {
        Arrays.fill(cover, 0);
        for (int line = 0; line < side * LINES; line++) {
            int count = cross(corners, (line + 0.5) * 2 / (side * LINES) - 1);
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                span(line / LINES * side, crossings[i], crossings[i + 1]);
            }
        }
        for (int i = 0; i < gray.length; i++) {
            gray[i] += Math.min(cover[i] / LINES, 1) * (shade - gray[i]);
        }
    }

    private int cross(double[] corners, double y) {
        int count = 0;
        for (int i = 0, j = corners.length - 2; i < corners.length; j = i, i += 2) {
            double y1 = corners[j + 1];
            double y2 = corners[i + 1];
            if (y1 <= y != y2 <= y) {
                crossings[count++] = corners[j] + (corners[i] - corners[j]) * (y - y1) / (y2 - y1);
            }
        }
        return count;
    }

    private void span(int row, double from, double to) {
        double left = Math.max((from + 1) * side / 2, 0);
        double right = Math.min((to + 1) * side / 2, side);
        for (int x = (int) left; x < right; x++) {
            cover[row + x] += Math.min(right, x + 1) - Math.max(left, x);
        }
    }
}
