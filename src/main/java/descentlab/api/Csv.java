package descentlab.api;

import descentlab.run.RowStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file (RFC 4180), row by row. Numbers read back exactly; NaN is an empty cell. */
final class Csv implements RowWriter {

    private final Writer out;
    private Columns columns = new Columns(List.of());
    private long row;

    Csv(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public String contentType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void begin() {}

    @Override
    public void columns(Columns known) throws IOException {
        columns = known;
        out.append(known.all().stream().map(Columns.Column::name).collect(Collectors.joining(",", "run,", "\n")));
    }

    @Override
    public void rows(String run, RowStream.Rows rows) throws IOException {
        String first = text(run);
        double[] values = rows.values();
        for (int at = 0; at < values.length; at += rows.stride()) {
            out.append(first);
            for (Columns.Column column : columns.all()) {
                out.append(',').append(cell(column, column.in(values, at, row)));
            }
            out.append('\n');
            row++;
        }
    }

    private static String cell(Columns.Column column, double value) {
        return switch (column.kind()) {
            case WHOLE -> Long.toString((long) value);
            case OUTCOME -> Columns.Column.outcome(value);
            case REAL -> Double.isNaN(value) ? "" : Double.toString(value);
        };
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
        out.flush();
    }
}
