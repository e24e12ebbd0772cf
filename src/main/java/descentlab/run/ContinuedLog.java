package descentlab.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A log of which another computation wrote the beginning: what is appended is computed anew from the start, and comes into
 * the log where that ends.
 */
final class ContinuedLog implements RunLog {

    private final RunLog log;
    private final boolean headed;
    /** Of each series, how many rows that come now are in the log. */
    private final Map<Integer, Integer> left = new HashMap<>();

    ContinuedLog(RunLog log) throws InterruptedException {
        this.log = log;
        List<byte[]> had = log.size() == 0 ? List.of() : log.await(0, Duration.ZERO);
        headed = had.stream().anyMatch(Frame.Type.HEADER::is);
        had.stream()
                .filter(Frame.Type.ROWS::is)
                .forEach(rows -> left.merge(Frame.series(rows), Frame.rowCount(rows), Integer::sum));
    }

    @Override
    public void append(byte[] frame) {
        if (Frame.Type.ROWS.is(frame)) {
            int had = Math.min(left.getOrDefault(Frame.series(frame), 0), Frame.rowCount(frame));
            left.computeIfPresent(Frame.series(frame), (series, rows) -> rows == had ? null : rows - had);
            if (had < Frame.rowCount(frame)) {
                log.append(had == 0 ? frame : Frame.withoutRows(frame, had));
            }
        } else if (Frame.Type.SERIES_END.is(frame) || isNew(frame)) {
            log.append(frame);
        }
    }

    /** Whether it is none that tells of what is in the log already. */
    private boolean isNew(byte[] frame) {
        return Frame.Type.HEADER.is(frame) || Frame.Type.PLACE.is(frame) ? !headed : left.isEmpty();
    }

    @Override
    public void end(byte[] frame) {
        log.end(frame);
    }

    @Override
    public List<byte[]> await(int from, Duration longest) throws InterruptedException {
        return log.await(from, longest);
    }

    @Override
    public boolean ended() {
        return log.ended();
    }

    @Override
    public int size() {
        return log.size();
    }

    @Override
    public long bytes() {
        return log.bytes();
    }
}
