package descentlab.plan;

import descentlab.account.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A plan as a file, for its teacher. */
@RestController
class PlanApi {

    private final Plans plans;

    PlanApi(Plans plans) {
        this.plans = plans;
    }

    @GetMapping("/api/plans/{id}.yaml")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        Plan plan = SignedIn.teacher()
                .flatMap(teacher -> plans.find(teacher.id(), id))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "Only a teacher gets their plans, and the ready ones; sign in first."));
        String name = plan.title().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + (name.isEmpty() ? "plan" : name) + ".yaml\"")
                .body(PlanWriter.write(plan).getBytes(StandardCharsets.UTF_8));
    }
}
