package descentlab.run;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How many rows of each series a reader has: its place in a run's log. Rows are the same wherever and whenever a run is
 * computed, which its frames are not; so a reader may go on with a log that another computation wrote.
 */
final class RowsHad {

    private static final Pattern COUNTS = Pattern.compile("\\d{1,9}(,\\d{1,9}){0,31}");

    /** Of each series, how many that come now are had. */
    private final int[] left;

    private RowsHad(int[] left) {
        this.left = left;
    }

    /** What a request says: counts by series, those of the last ones may be missing. */
    static RowsHad of(String from) {
        if (!COUNTS.matcher(from).matches()) {
            throw new ExperimentException(
                    new Problem("from", from, "numbers of rows, one for each series, as in 20,18", false));
        }
        return new RowsHad(Arrays.stream(from.split(",")).mapToInt(Integer::parseInt).toArray());
    }

    /**
     * What of a log's next frames the reader does not have: rows from there on, and what was told beside rows after the last
     * that it has. How a series ended is told again; that is short, and said nowhere else.
     */
    List<byte[]> unread(List<byte[]> frames) {
        List<byte[]> unread = new ArrayList<>();
        for (byte[] frame : frames) {
            int series = Frame.Type.ROWS.is(frame) ? Frame.series(frame) : left.length;
            int had = series < left.length ? Math.min(left[series], Frame.rowCount(frame)) : 0;
            if (had > 0) {
                left[series] -= had;
            }
            if (had > 0 && unread.stream().noneMatch(Frame.Type.ROWS::is)) {
                unread.removeIf(before -> !Frame.Type.SERIES_END.is(before));
            }
            if (had == 0) {
                unread.add(frame);
            } else if (had < Frame.rowCount(frame)) {
                unread.add(Frame.withoutRows(frame, had));
            }
        }
        return unread;
    }
}
