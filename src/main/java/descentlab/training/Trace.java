package descentlab.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a descent has been: one row a step, step 0 included, of x1, x2, f, g1, g2, rate1, rate2 and what the
 * optimizer remembers (each memory has two values). f and g belong to the row's point; the rates are those of the
 * step that led there, NaN at step 0; a memory is what it was after that step.
 */
public final class Trace {

    /** Column of x1. */
    public static final int X1 = 0;
    /** Column of x2. */
    public static final int X2 = 1;
    /** Column of f. */
    public static final int F = 2;
    /** Column of g1. */
    public static final int G1 = 3;
    /** Column of g2. */
    public static final int G2 = 4;
    /** Column of rate1. */
    public static final int RATE1 = 5;
    /** Column of rate2. */
    public static final int RATE2 = 6;

    private static final List<String> ALWAYS = List.of("x1", "x2", "f", "g1", "g2", "rate1", "rate2");

    /** Number of columns that every trace has; the memories follow. */
    public static final int FIRST_MEMORY = ALWAYS.size();

    private final List<String> memories;
    private final int stride;
    private final double[] values;
    private final boolean lastOnly;
    private int rows;

    /** @param capacity most rows it will hold; if lastOnly is true, a new row replaces the one before */
    Trace(List<String> memories, int capacity, boolean lastOnly) {
        this.memories = List.copyOf(memories);
        this.stride = FIRST_MEMORY + 2 * memories.size();
        this.lastOnly = lastOnly;
        this.values = new double[(lastOnly ? 1 : capacity) * stride];
    }

    /** Symbols of what the optimizer remembers, in the order of their columns. */
    public List<String> memories() {
        return memories;
    }

    /** Column names, {@code s1} and {@code s2} for a memory s. */
    public List<String> columns() {
        return columns(memories);
    }

    /** Column names of a trace with these memories. */
    public static List<String> columns(List<String> memories) {
        List<String> columns = new ArrayList<>(ALWAYS);
        for (String memory : memories) {
            columns.add(memory + "1");
            columns.add(memory + "2");
        }
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

    /** All values so far, row-major; a copy. */
    public double[] values() {
        return Arrays.copyOf(values, rows * stride);
    }

    /** The array itself and where the next row starts, for the descent that fills it. */
    double[] array() {
        return values;
    }

    int nextOffset() {
        return lastOnly ? 0 : rows * stride;
    }

    void rowAdded() {
        rows = lastOnly ? 1 : rows + 1;
    }
}
