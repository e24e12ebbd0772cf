package descentlab.linalg;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The linear assignment problem: of a square matrix one entry in each row and each column, their sum the least. By shortest
 * augmenting paths with potentials, one row after the other, n^3 operations in all (Kuhn 1955, Munkres 1957, in the form of
 * Jonker and Volgenant 1987). Of several that are best, which one is found depends on the matrix alone.
 */
public final class LinearAssignment {

    private static final int NONE = -1;

    private final double[][] costs;
    private final double[] ofRows;
    private final double[] ofColumns;
    private final int[] rowOf;
    private int next;

    /**
     * A problem that is about to be solved.
     *
     * @param costs square and finite; not to be changed before the end
     */
    public LinearAssignment(double[][] costs) {
        int n = costs.length;
        if (Arrays.stream(costs).anyMatch(row -> row.length != n)
                || Arrays.stream(costs).flatMapToDouble(Arrays::stream).anyMatch(cost -> !Double.isFinite(cost))) {
            throw new IllegalArgumentException("an assignment needs a square of finite numbers");
        }
        this.costs = costs;
        this.ofRows = new double[n];
        this.ofColumns = new double[n];
        this.rowOf = new int[n];
        Arrays.fill(rowOf, NONE);
    }

    /** The column of each row, at once. */
    public static int[] of(double[][] costs) {
        LinearAssignment assignment = new LinearAssignment(costs);
        assignment.goOn(() -> false);
        return assignment.columns();
    }

    /** Goes on, for a row at least, until {@code over}; true once it is solved. */
    public boolean goOn(BooleanSupplier over) {
        while (next < costs.length) {
            place(next++);
            if (over.getAsBoolean()) {
                break;
            }
        }
        return next == costs.length;
    }

    /** Finds a column for one more row; rows before it may move. */
    private void place(int row) {
        int n = costs.length;
        double[] shortest = new double[n];
        Arrays.fill(shortest, Double.POSITIVE_INFINITY);
        int[] before = new int[n];
        Arrays.fill(before, NONE);
        boolean[] reached = new boolean[n];
        int column = NONE;
        int from = row;
        double length = 0;
        while (from != NONE) {
            int nearest = NONE;
            for (int j = 0; j < n; j++) {
                if (!reached[j]) {
                    double way = length + costs[from][j] - ofRows[from] - ofColumns[j];
                    if (way < shortest[j]) {
                        shortest[j] = way;
                        before[j] = column;
                    }
                    if (nearest == NONE || shortest[j] < shortest[nearest]) {
                        nearest = j;
                    }
                }
            }
            column = nearest;
            length = shortest[column];
            reached[column] = true;
            from = rowOf[column];
        }
        ofRows[row] += length;
        for (int j = 0; j < n; j++) {
            if (reached[j]) {
                if (rowOf[j] != NONE) {
                    ofRows[rowOf[j]] += length - shortest[j];
                }
                ofColumns[j] -= length - shortest[j];
            }
        }
        while (column != NONE) {
            int previous = before[column];
            rowOf[column] = previous == NONE ? row : rowOf[previous];
            column = previous;
        }
    }

    /** The column of each row. */
    public int[] columns() {
        int[] columns = new int[rowOf.length];
        for (int j = 0; j < rowOf.length; j++) {
            columns[rowOf[j]] = j;
        }
        return columns;
    }
}
