package descentlab.api;

import descentlab.dataset.Airfoil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The airfoil's measurements as they were made, for programs that train on them elsewhere: a line of attribution, a line of
 * names, and a row for each.
 */
@RestController
class MeasurementsController {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** Written when it is first asked for. */
    private static final class Written {
        private static final byte[] AIRFOIL = airfoil().getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/api/data/" + Airfoil.NAME + ".csv")
    ResponseEntity<byte[]> measurements() {
        return ResponseEntity.ok().contentType(CSV).cacheControl(A_DAY).body(Written.AIRFOIL);
    }

    private static String airfoil() {
        Stream<String> attribution =
                Stream.of("# " + Airfoil.SHEET.title() + ". " + Airfoil.SHEET.origin() + " " + Airfoil.SHEET.licence());
        Stream<String> names = Stream.of(Stream.concat(
                        Airfoil.training().featureNames().stream(), Stream.of(Airfoil.TARGET))
                .map(Csv::text)
                .collect(Collectors.joining(",")));
        Stream<String> rows = Airfoil.measured(Airfoil.ROWS).stream()
                .map(row -> Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")));
        return Stream.of(attribution, names, rows).flatMap(lines -> lines).collect(Collectors.joining("\n", "", "\n"));
    }
}
