package descentlab.run;

import descentlab.client.Counters.Held;
import descentlab.client.Requester;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Streams the frames of the run that a link says, for as long as somebody reads them: {@code /stream/watched/surface?...} with a
 * lab's own query, and {@code from} as {@link RunStreamController} has it. It needs no session and no run's name.
 */
@RestController
class WatchedRunController {

    private static final String FROM = "from";
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final WatchedRuns watched;
    private final StreamReaders readers;

    WatchedRunController(WatchedRuns watched, StreamReaders readers) {
        this.watched = watched;
        this.readers = readers;
    }

    @GetMapping("/stream/watched/{lab:surface|training}")
    void stream(
            @PathVariable String lab,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Map<String, List<String>> said = new LinkedHashMap<>(query);
        List<String> from = said.remove(FROM);
        Experiment experiment = Experiment.read("lab/" + lab, said).orThrow();
        if (experiment.runs().isEmpty()) {
            throw new ExperimentException(
                    new Problem("run", "", "at least one optimizer, as in run=adagrad(lr=0.4)", false));
        }
        RowsHad had = RowsHad.of(from == null ? "0" : from.getFirst());
        try (Held reader = readers.take(request);
                WatchedRuns.Watch watch = watched.watch(Requester.of(request), experiment)) {
            FrameSender sender = new FrameSender(watch.run().log(), had, response);
            for (boolean over = false; !over; ) {
                over = watch.run().ended(); // asked before, so that what was said last is sent too
                if (!sender.sendOrWait(over ? Duration.ZERO : BEAT) && !over) {
                    sender.beat();
                }
            }
        }
    }
}
