package descentlab.api;

import descentlab.run.RowStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document on each line, for one who reads while it is computed: first {@code {"columns":[...]}}, then rows as they come,
 * {@code {"run":"...","rows":[[...],...]}}, and after those of each run how it ended, {@code {"run":"...","outcome":"..."}}, with what was
 * fitted. NaN is null. A line without anything is to be passed over.
 */
final class JsonLines implements RowWriter {

    private final JsonMapper mapper;
    private final OutputStream out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Columns columns = new Columns(List.of());
    private long row;

    JsonLines(JsonMapper mapper, OutputStream out) {
        this.mapper = mapper;
        this.out = out;
    }

    @Override
    public String contentType() {
        return "application/jsonl;charset=UTF-8";
    }

    @Override
    public void begin() {}

    private void line(Map<String, Object> said) {
        pending.writeBytes(mapper.writeValueAsBytes(said));
        pending.write('\n');
    }

    @Override
    public void columns(Columns known) {
        columns = known;
        line(Map.of("columns", known.all().stream().map(Columns.Column::name).toList()));
    }

    @Override
    public void rows(String run, RowStream.Rows rows) {
        List<List<Object>> all = new ArrayList<>();
        for (int at = 0; at < rows.values().length; at += rows.stride()) {
            List<Object> cells = new ArrayList<>();
            for (Columns.Column column : columns.all()) {
                cells.add(cell(column, column.in(rows.values(), at, row)));
            }
            all.add(cells);
            row++;
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("run", run);
        said.put("rows", all);
        line(said);
    }

    private static Object cell(Columns.Column column, double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return switch (column.kind()) {
            case WHOLE -> (Object) (long) value;
            case OUTCOME -> Columns.Column.outcome(value);
            case REAL -> (Object) value;
        };
    }

    @Override
    public void ended(String run, RowStream.Ended end) {
        row = 0;
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("run", run);
        said.put("outcome", end.outcome().name());
        said.put("explanation", end.outcome().explanation());
        if (!end.fitted().isEmpty()) {
            said.put("parameters", end.fitted());
        }
        line(said);
    }

    @Override
    public void beat() {
        if (pending.size() == 0) {
            pending.write('\n');
        }
    }

    @Override
    public void end() {}

    @Override
    public void flush() throws IOException {
        pending.writeTo(out);
        pending.reset();
        out.flush();
    }
}
