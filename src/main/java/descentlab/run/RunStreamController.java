package descentlab.run;

import descentlab.client.Counters.Held;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatus;
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
            FrameSender sender = new FrameSender(run.log(), had, response);
            while (sender.sendOrWait(LONGEST_SILENCE)) {
                // as long as there is something to say
            }
        }
    }
}
