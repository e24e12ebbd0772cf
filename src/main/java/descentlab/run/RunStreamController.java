package descentlab.run;

import descentlab.client.Counters.Held;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Streams a run's frames, without the rows that a reader has, as they come. Each reader has a virtual thread and its own pace; one
 * that stops reading fails at the connector's write timeout and harms nobody. When nothing came for a while the
 * response ends, and the reader asks again for what follows: so a reader that is gone is noticed.
 */
@RestController
class RunStreamController {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    private final RunService runs;
    private final StreamReaders readers;

    RunStreamController(RunService runs, StreamReaders readers) {
        this.runs = runs;
        this.readers = readers;
    }

    @GetMapping("/stream/runs/{id}")
    void stream(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Run run = RunId.of(id)
                .flatMap(runs::find)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no such run; it never was, or its time is over."));
        RowsHad had = RowsHad.of(from);
        try (Held reader = readers.take(request);
                RowLedger.Entry rows = run.rows().hold()) {
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no"); // or a reverse proxy may hold the stream back
            send(run.log(), had, response);
        }
    }

    private static void send(RunLog log, RowsHad had, HttpServletResponse response)
            throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        int next = 0;
        while (true) {
            List<byte[]> frames = log.await(next, LONGEST_SILENCE);
            if (frames.isEmpty()) {
                return;
            }
            for (byte[] frame : had.unread(frames)) {
                out.write(frame);
            }
            out.flush();
            next += frames.size();
        }
    }
}
