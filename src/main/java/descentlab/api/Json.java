package descentlab.api;

import descentlab.run.RowStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document {@code {"runs":[...]}}, run by run: how it ended stands before its points, so that they wait for that.
 * NaN is null.
 */
final class Json implements RowWriter {

    private final JsonGenerator json;
    private final OutputStream out;
    private final boolean withOutcome;
    private final List<RowStream.Rows> waiting = new ArrayList<>();
    private Columns columns = new Columns(List.of());

    /** @param withOutcome whether a run says how it ended, which the rows of some say for themselves */
    Json(JsonMapper mapper, OutputStream out, boolean withOutcome) {
        this.json = mapper.createGenerator(out);
        this.out = out;
        this.withOutcome = withOutcome;
    }

    /** Whether the reader is gone is told by the stream, which Jackson would tell as a failure of ours. */
    private interface Writing {
        void run() throws IOException;
    }

    private static void told(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (JacksonException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException gone) {
                    throw gone;
                }
            }
            throw failed;
        }
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void begin() throws IOException {
        told(() -> json.writeStartObject().writeName("runs").writeStartArray());
    }

    @Override
    public void columns(Columns known) {
        columns = known;
    }

    @Override
    public void rows(String run, RowStream.Rows rows) {
        waiting.add(rows);
    }

    @Override
    public void ended(String run, RowStream.Ended end) throws IOException {
        told(() -> {
            json.writeStartObject().writeStringProperty("run", run);
            if (withOutcome) {
                json.writeStringProperty("outcome", end.outcome().name());
                json.writeStringProperty("explanation", end.outcome().explanation());
                if (end.outcome().suggestedRate().isPresent()) {
                    json.writeNumberProperty(
                            "suggestedRate", end.outcome().suggestedRate().getAsDouble());
                }
            }
            json.writeName("points").writeStartArray();
            long row = 0;
            for (RowStream.Rows rows : waiting) {
                for (int at = 0; at < rows.values().length; at += rows.stride()) {
                    point(rows.values(), at, row++);
                }
            }
            json.writeEndArray();
            if (!end.fitted().isEmpty()) {
                json.writeName("parameters").writeStartObject();
                for (Map.Entry<String, double[]> each : end.fitted().entrySet()) {
                    json.writeName(each.getKey()).writeArray(each.getValue(), 0, each.getValue().length);
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
        waiting.clear();
    }

    private void point(double[] values, int at, long row) {
        json.writeStartObject();
        for (Columns.Column column : columns.all()) {
            json.writeName(column.name());
            double value = column.in(values, at, row);
            if (Double.isNaN(value)) {
                json.writeNull();
                continue;
            }
            switch (column.kind()) {
                case WHOLE -> json.writeNumber((long) value);
                case OUTCOME -> json.writeString(Columns.Column.outcome(value));
                case REAL -> json.writeNumber(value);
            }
        }
        json.writeEndObject();
    }

    @Override
    public void beat() throws IOException {
        told(() -> json.writeRaw(' '));
    }

    @Override
    public void end() throws IOException {
        told(() -> json.writeEndArray().writeEndObject());
    }

    @Override
    public void flush() throws IOException {
        told(json::flush);
        out.flush();
    }
}
