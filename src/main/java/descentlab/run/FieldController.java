package descentlab.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import descentlab.client.Requester;
import descentlab.experiment.FieldRequest;
import descentlab.heap.HeapShare;
import descentlab.objective.Objective;
import descentlab.objective.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    /** A class that looks at one surface asks for the same numbers within a moment. */
    private final Cache<String, byte[]> grids = Caffeine.newBuilder()
            .maximumWeight(HeapShare.FIELDS.bytes())
            .weigher((String query, byte[] grid) -> query.length() + grid.length)
            .build();

    FieldController(RunService runs) {
        this.runs = runs;
    }

    @GetMapping("/stream/field")
    ResponseEntity<byte[]> field(@RequestParam MultiValueMap<String, String> query, HttpServletRequest http)
            throws InterruptedException {
        FieldRequest request = FieldRequest.read(query).orThrow();
        byte[] grid = grids.getIfPresent(http.getQueryString());
        if (grid == null) {
            grid = runs.compute(Requester.of(http), () -> grid(request));
            grids.put(http.getQueryString(), grid);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(A_DAY) // the query says it all
                .body(grid);
    }

    private static byte[] grid(FieldRequest request) {
        ByteBuffer grid = ByteBuffer.allocate(request.columns() * request.rows() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        Objective f = request.objective().function();
        Window window = request.window();
        for (int row = 0; row < request.rows(); row++) {
            double x2 = between(window.x2Min(), window.x2Max(), row, request.rows());
            for (int column = 0; column < request.columns(); column++) {
                grid.putFloat((float) f.value(between(window.x1Min(), window.x1Max(), column, request.columns()), x2));
            }
        }
        return grid.array();
    }

    private static double between(double least, double most, int index, int count) {
        return least + (most - least) * index / (count - 1);
    }
}
