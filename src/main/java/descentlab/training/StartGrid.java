package descentlab.training;

import descentlab.objective.Window;

/**
 * A grid of starts over a window, both ends included, from coarse to fine: first those whose column and row are multiples of
 * the coarsest stride, a power of two that leaves {@value #COARSEST} of them across or more, row by row; then, of half that stride,
 * those that are new; and so on. None comes twice.
 */
public final class StartGrid {

    /** Starts across in the first picture, at least, if there are so many. */
    public static final int COARSEST = 25;

    private final Window window;
    private final int columns;
    private final int rows;
    private final int[] order;

    /**
     * @param columns at least 2
     * @param rows at least 2
     */
    public StartGrid(Window window, int columns, int rows) {
        this.window = window;
        this.columns = columns;
        this.rows = rows;
        this.order = new int[columns * rows];
        int coarsest = Integer.highestOneBit(Math.max(1, Math.max(columns, rows) / COARSEST));
        int next = 0;
        for (int stride = coarsest; stride > 0; stride /= 2) {
            for (int row = 0; row < rows; row += stride) {
                for (int column = 0; column < columns; column += stride) {
                    boolean before = stride < coarsest && row % (2 * stride) == 0 && column % (2 * stride) == 0;
                    if (!before) {
                        order[next++] = row * columns + column;
                    }
                }
            }
        }
    }

    /** How many there are. */
    public int size() {
        return order.length;
    }

    /** x1 of the start of that place in the order. */
    public double x1(int index) {
        return window.x1(order[index] % columns, columns);
    }

    /** x2 of it. */
    public double x2(int index) {
        return window.x2(order[index] / columns, rows);
    }
}
