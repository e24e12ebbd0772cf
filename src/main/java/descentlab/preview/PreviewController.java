package descentlab.preview;

import descentlab.client.Requester;
import descentlab.experiment.Experiment;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The picture of a lab's link: {@code /preview/lab/surface.png?...} with the lab's own query. */
@RestController
class PreviewController {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Previews previews;

    PreviewController(Previews previews) {
        this.previews = previews;
    }

    @GetMapping("/preview/lab/{lab:surface|training|spectrum}.png")
    ResponseEntity<byte[]> picture(
            @PathVariable String lab, @RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        Experiment experiment = Experiment.read("lab/" + lab, query).orThrow().opened();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(A_DAY) // the query says it all
                .body(previews.of(experiment, Requester.of(request)));
    }
}
