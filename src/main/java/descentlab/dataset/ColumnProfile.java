package descentlab.dataset;

/**
 * What is in a column of a file.
 *
 * @param name in the header, or by its place
 * @param kind what its cells are taken for
 * @param missing cells that hold nothing
 * @param distinct different values, {@value #MOST_DISTINCT} at most, less in a table of more than 100 columns: then there
 *     may be more
 * @param least of numbers
 * @param most of numbers
 * @param stray the line of the first cell that is no number, where most are; 0 where there is none
 * @param strayText what that holds
 */
public record ColumnProfile(
        String name, Kind kind, int missing, int distinct, double least, double most, long stray, String strayText) {

    /** Different values that are counted, and categories of a column, at most. */
    public static final int MOST_DISTINCT = 1000;

    /** What the cells of a column are taken for. */
    public enum Kind {
        /** All that is there are numbers. */
        NUMBER,
        /** Texts, few of them different. */
        CATEGORY,
        /** Too many different texts to learn from. */
        TEXT,
        /** Nothing is there. */
        EMPTY
    }

    /** Whether all that is there is the same. */
    public boolean isConstant() {
        return distinct <= 1;
    }

    /** Whether it can be a feature. */
    public boolean isFeature() {
        return (kind == Kind.NUMBER || kind == Kind.CATEGORY) && !isConstant();
    }

    /** Why its cells are no numbers though most look like some; empty where that is not so. */
    public String strayNote() {
        return stray == 0
                ? ""
                : "Most cells of " + DataException.quoted(name) + " are numbers, but line " + stray + " holds "
                        + DataException.quoted(strayText) + ": so it is taken for categories.";
    }
}
