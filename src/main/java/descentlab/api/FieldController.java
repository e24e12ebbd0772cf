package descentlab.api;

import descentlab.client.Requester;
import descentlab.experiment.FieldGrid;
import descentlab.experiment.FieldRequest;
import descentlab.run.RunService;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Values of an objective over a window, for contours: rows x columns numbers in float32, little-endian, row 0 at
 * x2Min, column 0 at x1Min, both ends included. Single precision draws; it computes nothing.
 */
@RestController
class FieldController {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final RunService runs;
    private final FieldGrids grids = new FieldGrids();

    FieldController(RunService runs) {
        this.runs = runs;
    }

    @GetMapping("/stream/field")
    ResponseEntity<byte[]> field(@RequestParam MultiValueMap<String, String> query, HttpServletRequest http)
            throws InterruptedException {
        FieldRequest request = FieldRequest.read(query).orThrow();
        byte[] grid = grids.of(request, () -> runs.compute(Requester.of(http), new FieldGrid(request)::advance));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(A_DAY) // the query says it all
                .body(grid);
    }
}
