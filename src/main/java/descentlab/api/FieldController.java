package descentlab.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import descentlab.client.Requester;
import descentlab.experiment.FieldGrid;
import descentlab.experiment.FieldRequest;
import descentlab.heap.HeapShare;
import descentlab.objective.Window;
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

    /** What an entry weighs beside its text and its numbers, about. */
    private static final int BESIDE = 300;

    /** What says of a grid which numbers are in it; without the objective, whose code would be kept with it. */
    private record Key(String surface, Window window, int columns, int rows) {}

    private final RunService runs;
    /** A class that looks at one surface asks for the same numbers within a moment. */
    private final Cache<Key, byte[]> grids = Caffeine.newBuilder()
            .maximumWeight(HeapShare.FIELDS.bytes())
            .weigher((Key key, byte[] grid) -> BESIDE + 2 * key.surface().length() + grid.length)
            .build();

    FieldController(RunService runs) {
        this.runs = runs;
    }

    @GetMapping("/stream/field")
    ResponseEntity<byte[]> field(@RequestParam MultiValueMap<String, String> query, HttpServletRequest http)
            throws InterruptedException {
        FieldRequest request = FieldRequest.read(query).orThrow();
        Key key = new Key(request.surface(), request.window(), request.columns(), request.rows());
        byte[] grid = grids.getIfPresent(key);
        if (grid == null) {
            grid = runs.compute(Requester.of(http), new FieldGrid(request)::advance);
            grids.put(key, grid);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(A_DAY) // the query says it all
                .body(grid);
    }
}
