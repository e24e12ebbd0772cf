package descentlab.api;

import descentlab.run.RowStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file (RFC 4180), row by row. Numbers read back exactly; NaN is an empty cell. */
final class Csv implements RowWriter {

    /** Characters that are written at once. */
    private static final int PIECE = 1 << 14;

    private final OutputStream out;
    private final StringBuilder pending = new StringBuilder();
    private Columns columns = new Columns(List.of());
    private long row;

    Csv(OutputStream out) {
        this.out = out;
    }

    @Override
    public String contentType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void begin() {}

    @Override
    public void columns(Columns known) {
        columns = known;
        pending.append(known.all().stream().map(Columns.Column::name).collect(Collectors.joining(",", "run,", "\n")));
    }

    @Override
    public void rows(String run, RowStream.Rows rows) throws IOException {
        String first = text(run);
        double[] values = rows.values();
        for (int at = 0; at < values.length; at += rows.stride()) {
            pending.append(first);
            for (Columns.Column column : columns.all()) {
                cell(column, column.in(values, at, row));
            }
            pending.append('\n');
            row++;
            if (pending.length() > PIECE) {
                drain();
            }
        }
    }

    private void cell(Columns.Column column, double value) {
        pending.append(',');
        if (Double.isNaN(value)) {
            return;
        }
        switch (column.kind()) {
            case WHOLE -> pending.append((long) value);
            case OUTCOME -> pending.append(Columns.Column.outcome(value));
            case REAL -> pending.append(value);
        }
    }

    private void drain() throws IOException {
        out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
    }

    /** A text, quoted if it holds what would end it. */
    static String text(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void ended(String run, RowStream.Ended end) {
        row = 0;
    }

    /** A row cannot be told in part. */
    @Override
    public void beat() {}

    @Override
    public void end() {}

    @Override
    public void flush() throws IOException {
        drain();
        out.flush();
    }
}
