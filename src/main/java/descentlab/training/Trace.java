package descentlab.training;

import java.util.Arrays;
import java.util.List;

/** The rows that a series has left behind, row-major, by named columns. */
public final class Trace {

    private final List<String> columns;
    private final int stride;
    private final boolean lastOnly;
    private double[] values;
    private int rows;

    /** @param capacity rows to have room for at once; if lastOnly is true, a new row replaces the one before */
    Trace(List<String> columns, int capacity, boolean lastOnly) {
        this.columns = List.copyOf(columns);
        this.stride = columns.size();
        this.lastOnly = lastOnly;
        this.values = new double[(lastOnly ? 1 : capacity) * stride];
    }

    private Trace(Trace other) {
        columns = other.columns;
        stride = other.stride;
        lastOnly = other.lastOnly;
        values = other.values.clone();
        rows = other.rows;
    }

    /** The same rows, which grow apart from these. */
    Trace copy() {
        return new Trace(this);
    }

    /** Names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** Values in a row. */
    public int stride() {
        return stride;
    }

    /** Rows so far. */
    public int rows() {
        return rows;
    }

    /** A value, by row and column. */
    public double at(int row, int column) {
        return values[row * stride + column];
    }

    /** A value of the last row, NaN if there is none. */
    public double last(int column) {
        return rows == 0 ? Double.NaN : at(rows - 1, column);
    }

    /** All values so far, row-major; a copy. */
    public double[] values() {
        return values(0);
    }

    /** The values from a row on, row-major; a copy. */
    public double[] values(int fromRow) {
        return Arrays.copyOfRange(values, fromRow * stride, rows * stride);
    }

    /** Where the next row starts in {@link #array}, which has room for it. */
    int next() {
        int at = lastOnly ? 0 : rows * stride;
        if (at == values.length) {
            values = Arrays.copyOf(values, Math.max(stride, 2 * values.length));
        }
        return at;
    }

    /** The array itself, for the series that fills it; good until {@link #next}. */
    double[] array() {
        return values;
    }

    /** Counts the row that was written at {@link #next}. */
    void added() {
        rows = lastOnly ? 1 : rows + 1;
    }

    /** Adds a row. */
    void add(double... row) {
        int at = next(); // which may make another array
        System.arraycopy(row, 0, values, at, row.length);
        added();
    }
}
