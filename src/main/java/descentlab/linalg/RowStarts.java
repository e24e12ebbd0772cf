package descentlab.linalg;

/** Where the rows of a matrix start in an array: they may lie any distance apart, and overlap. */
public final class RowStarts {

    final int[] at;

    /** Rows that start one entry after the other, at a time. */
    final int run;

    private RowStarts(int[] at) {
        this.at = at;
        this.run = run(at);
    }

    /** Rows that start at these places, which are copied. */
    public static RowStarts of(int... places) {
        return new RowStarts(places.clone());
    }

    /** {@code count} rows that start {@code stride} apart, the first at 0. */
    public static RowStarts apart(int count, int stride) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i * stride;
        }
        return new RowStarts(places);
    }

    private static int run(int[] at) {
        int run = 1;
        while (run < at.length && at[run] == at[0] + run) {
            run++;
        }
        for (int i = run; i < at.length; i++) {
            if (at.length % run != 0 || at[i] != at[i - i % run] + i % run) {
                return 1;
            }
        }
        return run;
    }
}
