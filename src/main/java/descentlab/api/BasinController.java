package descentlab.api;

import descentlab.client.Counters.Held;
import descentlab.client.Requester;
import descentlab.experiment.BasinExperiment;
import descentlab.objective.Minima;
import descentlab.objective.Window;
import descentlab.run.RowStream;
import descentlab.run.RunService;
import descentlab.run.StreamReaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The basin map of a link's first run as it is computed, for drawing it: u32 length and a header in JSON, then for each start, in the
 * order of {@link descentlab.training.StartGrid}, u8 where it ends (its place among the header's minima, {@value BasinCells#OTHER} for those from there on,
 * {@value BasinCells#AWAY} if near none, {@value BasinCells#DIVERGED} if it ran away), u16 after how many steps f was first within the tolerance ({@value BasinCells#NEVER} if never),
 * and f32 f; little-endian. A reader that is gone is noticed by what is written, and the computation stopped.
 */
@RestController
class BasinController {

    private static final Duration BEAT = Duration.ofSeconds(1);

    private record Header(int columns, int rows, double[] window, List<double[]> minima, int steps, double tolerance) {

        static Header of(BasinExperiment basins, Minima minima) {
            Window window = basins.window();
            return new Header(
                    basins.columns(),
                    basins.rows(),
                    new double[] {window.x1Min(), window.x1Max(), window.x2Min(), window.x2Max()},
                    IntStream.range(0, minima.points().size())
                            .mapToObj(i -> new double[] {
                                minima.points().get(i).x1(), minima.points().get(i).x2(), minima.values().get(i)
                            })
                            .toList(),
                    basins.race().steps(),
                    basins.tolerance());
        }
    }

    private final RunService runs;
    private final StreamReaders readers;
    private final JsonMapper json;

    BasinController(RunService runs, StreamReaders readers, JsonMapper json) {
        this.runs = runs;
        this.readers = readers;
        this.json = json;
    }

    @Asked("/stream/basins")
    void basins(
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        BasinExperiment basins = BasinExperiment.read(query).orThrow();
        DataController.needRuns(basins.race().runs(), "run=adagrad(lr=0.4)");
        Requester asking = Requester.of(request);
        try (Held reader = readers.take(request)) {
            Minima minima = runs.minima(asking, basins);
            try (RowStream rows = runs.rows(asking, basins, minima)) {
                response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
                response.setHeader("Cache-Control", "no-store");
                response.setHeader("X-Accel-Buffering", "no"); // or a reverse proxy may hold the stream back
                write(rows, Header.of(basins, minima), new BasinCells(minima), response);
            }
        }
    }

    private void write(RowStream rows, Header header, BasinCells cells, HttpServletResponse response)
            throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        while (true) {
            switch (rows.poll(BEAT)) {
                case null -> out.flush();
                case RowStream.Begun begun -> begin(header, out);
                case RowStream.Rows some -> {
                    out.write(cells.of(some));
                    out.flush();
                }
                case RowStream.Ended ended -> {
                    return;
                }
                case RowStream.Over(String failure) -> {
                    if (response.isCommitted()) {
                        throw new IOException(failure); // it is broken off, never short
                    }
                    throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, failure);
                }
            }
        }
    }

    private void begin(Header header, OutputStream out) throws IOException {
        byte[] text = json.writeValueAsBytes(header);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length)
                .array());
        out.write(text);
    }
}
