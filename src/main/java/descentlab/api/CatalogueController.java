package descentlab.api;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists what a link can name: a program need not know it beforehand. */
@RestController
class CatalogueController {

    /** Another version of the application may know more. */
    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @GetMapping(path = "/api/optimizers", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Catalogue.OptimizerList> optimizers() {
        return kept(Catalogue.OPTIMIZERS);
    }

    @GetMapping(path = "/api/objectives", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Catalogue.ObjectiveList> objectives() {
        return kept(Catalogue.OBJECTIVES);
    }

    @GetMapping(path = "/api/data", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Catalogue.DataList> data() {
        return kept(Catalogue.DATA);
    }

    private static <T> ResponseEntity<T> kept(T list) {
        return ResponseEntity.ok().cacheControl(AN_HOUR).body(list);
    }
}
