package descentlab.progress;

import descentlab.client.Allowance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One's own progress as a file. */
@RestController
class ProgressController {

    /** A class at the end of its hour. */
    private static final Allowance DOWNLOADS = new Allowance("downloads of progress", 300, 1);

    private final Progress progress;
    private final Counters counters;

    ProgressController(Progress progress, Counters counters) {
        this.progress = progress;
        this.counters = counters;
    }

    @GetMapping("/api/progress.json")
    ResponseEntity<Progress.Export> export(HttpServletRequest request) {
        Client client = Client.of(request);
        counters.take(DOWNLOADS, client).ifPresent(wait -> {
            Refusal.DOWNLOAD.count();
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "More than " + DOWNLOADS.atOnce() + " downloads of progress came from your address, " + client
                            + ", in a short time; after that, one a second is answered.");
        });
        Progress.Export export = LearnerCookie.read(request)
                .map(progress::export)
                .orElse(Progress.Export.NOTHING);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"descent-lab-progress.json\"")
                .body(export);
    }
}
