package descentlab.objective;

/** The part of the plane shown first: from (x1Min, x2Min) to (x1Max, x2Max). */
public record Window(double x1Min, double x1Max, double x2Min, double x2Max) {

    public Window {
        if (!(x1Min < x1Max && x2Min < x2Max)) {
            throw new IllegalArgumentException("a window needs x1Min < x1Max and x2Min < x2Max");
        }
    }

    /** The smallest that holds this one and another. */
    public Window with(Window other) {
        return new Window(
                Math.min(x1Min, other.x1Min),
                Math.max(x1Max, other.x1Max),
                Math.min(x2Min, other.x2Min),
                Math.max(x2Max, other.x2Max));
    }

    /** x1 of a column of a grid whose first and last are the edges. */
    public double x1(int column, int columns) {
        return between(x1Min, x1Max, column, columns);
    }

    /** x2 of a row of a grid whose first and last are the edges. */
    public double x2(int row, int rows) {
        return between(x2Min, x2Max, row, rows);
    }

    private static double between(double least, double most, int index, int count) {
        return least + (most - least) * index / (count - 1);
    }
}
