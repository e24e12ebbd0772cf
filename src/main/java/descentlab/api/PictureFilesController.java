package descentlab.api;

import descentlab.dataset.ImageData;
import descentlab.dataset.PictureSet;
import descentlab.dataset.Pictures;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pictures that come with the application, for programs that train on them elsewhere: four files as MNIST came in, packed by gzip.
 * Others have a place of their own.
 */
@RestController
class PictureFilesController {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Pictures pictures;
    private final Map<PictureSet, CompletableFuture<Map<String, byte[]>>> packed = new ConcurrentHashMap<>();

    PictureFilesController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/api/data/{pictures}/{file}")
    ResponseEntity<byte[]> file(@PathVariable("pictures") String name, @PathVariable String file) {
        PictureSet set = PictureSet.named(name).filter(PictureSet::comesAlong).orElseThrow(() -> missing(
                "There are no files of " + name + "; there are those of " + comingAlong() + "."));
        Map<String, byte[]> files = packed(set).join();
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw missing("There is no such file of " + name + "; there are " + String.join(", ", files.keySet()) + ".");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/gzip"))
                .cacheControl(A_DAY)
                .body(bytes);
    }

    private static ResponseStatusException missing(String words) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, words);
    }

    private static String comingAlong() {
        return Arrays.stream(PictureSet.values())
                .filter(PictureSet::comesAlong)
                .map(set -> set.sheet().name())
                .collect(Collectors.joining(" and "));
    }

    /** Read or drawn and packed when first asked for, on a thread of its own, once for all who wait meanwhile. */
    private CompletableFuture<Map<String, byte[]>> packed(PictureSet set) {
        return packed.compute(set, (which, before) -> before != null && !before.isCompletedExceptionally()
                ? before
                : pictures.load(which)
                        .thenApplyAsync(found -> found.map(ImageData::files).orElseThrow(), work -> Thread.ofPlatform()
                                .name("pack-" + which.sheet().name())
                                .daemon()
                                .start(work)));
    }
}
