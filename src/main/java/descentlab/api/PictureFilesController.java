package descentlab.api;

import descentlab.dataset.ImageData;
import descentlab.dataset.PictureSet;
import descentlab.dataset.Pictures;
import descentlab.dataset.Silhouettes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The drawn pictures, for programs that train on them elsewhere: four files as MNIST came in, packed by gzip. The real ones have a
 * place of their own.
 */
@RestController
class PictureFilesController {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Pictures pictures;
    private CompletableFuture<Map<String, byte[]>> packed;

    PictureFilesController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/api/data/" + Silhouettes.NAME + "/{file}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        byte[] bytes = packed().join().get(file);
        if (bytes == null) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no such file of " + Silhouettes.NAME + "; there are "
                            + String.join(", ", packed().join().keySet()) + ".");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/gzip"))
                .cacheControl(A_DAY)
                .body(bytes);
    }

    /** Drawn and packed when first asked for, on a thread of its own, once for all who wait meanwhile. */
    private synchronized CompletableFuture<Map<String, byte[]>> packed() {
        if (packed == null || packed.isCompletedExceptionally()) {
            packed = pictures.load(PictureSet.SILHOUETTES)
                    .thenApplyAsync(
                            found -> found.map(ImageData::files).orElseThrow(),
                            work -> Thread.ofPlatform().name("pack-" + Silhouettes.NAME).daemon().start(work));
        }
        return packed;
    }
}
