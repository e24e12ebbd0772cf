package descentlab.dataset;

/**
 * How a file becomes something to learn from.
 *
 * @param wish how it is written down, where somebody knows better
 * @param target name of the column that is to be predicted
 * @param classes whether that is one of a few classes; else a number
 * @param fill whether what is missing is filled, by the mean or the most frequent category of what trains; else its row is
 *     dropped. A row without a target is dropped in any case
 * @param test share of the rows to test with, 0 for none
 * @param split decides which rows these are
 * @param rows to train on, from the first; fewer if there are no more
 */
public record Shaping(
        CsvLayout.Wish wish, String target, boolean classes, boolean fill, double test, long split, int rows) {

    /** Classes, at most. */
    public static final int MOST_CLASSES = 50;

    /** Features, at most, each category counted. */
    public static final int MOST_FEATURES = 10_000;

    public Shaping {
        if (!(test >= 0 && test <= 0.5) || rows < 1) {
            throw new IllegalArgumentException("test " + test + ", allowed 0 to 0.5; rows " + rows + ", at least 1");
        }
    }

    /** The same of a file that is written down so. */
    public Shaping with(CsvLayout.Wish other) {
        return new Shaping(other, target, classes, fill, test, split, rows);
    }

    /** The same with as many rows as there are. */
    public Shaping withAllRows() {
        return new Shaping(wish, target, classes, fill, test, split, Integer.MAX_VALUE);
    }
}
