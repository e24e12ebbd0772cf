package descentlab.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own progress as a file. */
@RestController
class ProgressController {

    private final Progress progress;

    ProgressController(Progress progress) {
        this.progress = progress;
    }

    @GetMapping("/api/progress.json")
    ResponseEntity<Progress.Export> export(HttpServletRequest request) {
        Progress.Export export = LearnerCookie.read(request)
                .map(progress::export)
                .orElseGet(() -> new Progress.Export(List.of(), List.of()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"descent-lab-progress.json\"")
                .body(export);
    }
}
