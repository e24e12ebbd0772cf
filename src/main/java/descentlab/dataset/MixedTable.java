package descentlab.dataset;

/**
 * Examples of which some features are numbers and the others stand for categories, 1 for the one an example is of and 0
 * for the rest: of those only the place of each 1 is kept. Feature j below {@code width} is the number at
 * {@code numbers[i * width + j]}; feature {@code width + k} is 1 where one of the {@code groups} entries of {@code places}
 * from {@code i * groups} on is k, or 0. An entry of -1 is a category that was not seen in training.
 *
 * @param width features that are numbers
 * @param numbers n x width values, row-major
 * @param groups columns of categories
 * @param categories features that stand for categories
 * @param places n x groups entries, row-major
 * @param targets n values; of classes their index
 */
public record MixedTable(int width, double[] numbers, int groups, int categories, int[] places, double[] targets) {

    public MixedTable {
        if (numbers.length != targets.length * width || places.length != targets.length * groups) {
            throw new IllegalArgumentException("numbers, categories and targets do not fit together");
        }
    }

    /** Number of features d. */
    public int features() {
        return width + categories;
    }

    /** Bytes that it takes, about. */
    public long bytes() {
        return Double.BYTES * (long) (numbers.length + targets.length) + Integer.BYTES * (long) places.length;
    }
}
