package descentlab.spectrum;

import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.MalformedMatrix;
import descentlab.linalg.MatrixPreset;
import descentlab.linalg.MatrixText;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Spectra as data: for notebooks under {@code /api}, for the lab's own pictures under {@code /stream}. */
@RestController
class SpectrumController {

    /** A preset as the lab's list has it. */
    record Preset(String name, String matrix, String note) {}

    private final Turning turning = Turning.compute();

    @GetMapping(path = "/api/spectrum.json", produces = MediaType.APPLICATION_JSON_VALUE)
    SpectrumData spectrum(@RequestParam(defaultValue = "") String matrix) {
        return SpectrumData.of(MatrixText.parse(matrix));
    }

    @GetMapping(path = "/stream/spectrum", produces = MediaType.APPLICATION_JSON_VALUE)
    Portrait portrait(@RequestParam(defaultValue = "") String matrix) {
        return Portrait.of(MatrixText.parse(matrix));
    }

    @GetMapping(path = "/stream/spectrum/presets", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Preset> presets() {
        return MatrixPreset.all().stream()
                .map(preset -> new Preset(preset.name(), preset.matrix().toString(), preset.note()))
                .toList();
    }

    /** A random positive definite matrix with a chosen condition number. */
    @GetMapping(path = "/stream/spectrum/random", produces = MediaType.APPLICATION_JSON_VALUE)
    Preset random(@RequestParam int size, @RequestParam double kappa, @RequestParam long seed) {
        int n = Math.clamp(size, 2, MatrixText.LARGEST_SIZE);
        double chosen = Math.clamp(kappa, 1, 1e8);
        ComplexMatrix matrix = MatrixPreset.randomPositiveDefinite(n, chosen, seed);
        return new Preset("Random positive definite", matrix.toString(), "");
    }

    @GetMapping(path = "/stream/spectrum/turning", produces = MediaType.APPLICATION_JSON_VALUE)
    Turning turning() {
        return turning;
    }

    /** Says which parameter is wrong, what came and what is allowed; for one cell also where. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MalformedMatrix mistake) {
        HttpStatus status = mistake.tooLarge() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "matrix: " + mistake.getMessage());
        problem.setTitle(mistake.tooLarge() ? "The matrix is too large" : "The matrix cannot be read");
        problem.setProperty("parameter", "matrix");
        problem.setProperty("came", mistake.came());
        problem.setProperty("allowed", mistake.allowed());
        if (mistake.row() > 0) {
            problem.setProperty("row", mistake.row());
        }
        if (mistake.column() > 0) {
            problem.setProperty("column", mistake.column());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
