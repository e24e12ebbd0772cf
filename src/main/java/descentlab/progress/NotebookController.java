package descentlab.progress;

import descentlab.client.Allowance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The pictures of one's own kept experiments. */
@RestController
class NotebookController {

    /** A class that opens its notebooks at once, a hundred pictures each. */
    private static final Allowance PICTURES = new Allowance("pictures of experiments", 3000, 100);

    private final Notebook notebook;
    private final Counters counters;

    NotebookController(Notebook notebook, Counters counters) {
        this.notebook = notebook;
        this.counters = counters;
    }

    @GetMapping("/api/notebook/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, HttpServletRequest request) {
        counters.take(PICTURES, Client.of(request)).ifPresent(wait -> {
            Refusal.DOWNLOAD.count();
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS, "Too many pictures were asked for from your address in a short time.");
        });
        Thumbnail thumbnail =
                LearnerCookie.read(request).map(learner -> notebook.thumbnail(learner, id)).orElse(Thumbnail.NONE);
        if (!thumbnail.isThere()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "You keep no such picture.");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .contentType(MediaType.parseMediaType(thumbnail.mediaType()))
                .body(thumbnail.bytes());
    }
}
