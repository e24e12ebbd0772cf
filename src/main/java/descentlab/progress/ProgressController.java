package descentlab.progress;

import descentlab.client.Allowance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<FilesOfLearner> files;
    private final Counters counters;

    /** What there is of a learner, and which files they gave. */
    record Taken(
            List<Progress.ExportedPart> parts,
            List<Progress.ExportedAttempt> attempts,
            List<Progress.ExportedExplanation> explanations,
            List<Progress.ExportedExperiment> experiments,
            List<FilesOfLearner.GivenFile> files) {}

    ProgressController(Progress progress, ObjectProvider<FilesOfLearner> files, Counters counters) {
        this.progress = progress;
        this.files = files;
        this.counters = counters;
    }

    @GetMapping("/api/progress.json")
    ResponseEntity<Taken> export(HttpServletRequest request) {
        Client client = Client.of(request);
        counters.take(DOWNLOADS, client).ifPresent(wait -> {
            Refusal.DOWNLOAD.count();
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "More than " + DOWNLOADS.atOnce() + " downloads of progress came from your address, " + client
                            + ", in a short time; after that, one a second is answered.");
        });
        Optional<LearnerToken> learner = LearnerCookie.read(request);
        Progress.Export export = learner.map(progress::export).orElse(Progress.Export.NOTHING);
        List<FilesOfLearner.GivenFile> given = learner.map(some ->
                        files.stream().flatMap(each -> each.filesOf(some).stream()).toList())
                .orElse(List.of());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"descent-lab-progress.json\"")
                .body(new Taken(
                        export.parts(), export.attempts(), export.explanations(), export.experiments(), given));
    }
}
