package descentlab.dataset;

import java.util.List;

/**
 * Examples whose features are mostly zero, and one real target each, in double precision. Row i has the entries
 * {@code rowStarts[i]} to {@code rowStarts[i + 1]}, exclusive, of {@code columns} and {@code values}.
 *
 * @param name as in links
 * @param featureNames d names
 * @param rowStarts n + 1 rising offsets, the first 0
 * @param columns the feature of each entry, rising within a row
 * @param values the value of each entry
 * @param targets n values
 */
public record SparseTable(
        String name, List<String> featureNames, int[] rowStarts, int[] columns, double[] values, double[] targets) {

    public SparseTable {
        if (rowStarts.length != targets.length + 1 || rowStarts[0] != 0
                || rowStarts[targets.length] != columns.length || columns.length != values.length) {
            throw new IllegalArgumentException("rows, entries and targets do not fit together");
        }
        for (int column : columns) {
            if (column < 0 || column >= featureNames.size()) {
                throw new IllegalArgumentException("feature " + column + " of " + featureNames.size());
            }
        }
    }

    /** Number of examples n. */
    public int examples() {
        return targets.length;
    }

    /** Number of features d. */
    public int width() {
        return featureNames.size();
    }
}
