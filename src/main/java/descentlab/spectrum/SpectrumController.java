package descentlab.spectrum;

import descentlab.api.Asked;
import descentlab.client.Requester;
import descentlab.experiment.RandomMatrixRequest;
import descentlab.experiment.SpectrumExperiment;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.MalformedMatrix;
import descentlab.linalg.MatrixPreset;
import descentlab.linalg.MatrixText;
import descentlab.run.RunService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Spectra as data: for notebooks under {@code /api}, for the lab's own pictures under {@code /stream}. */
@RestController
class SpectrumController {

    /** A preset as the lab's list has it. */
    record Preset(String name, String matrix, String note) {}

    /** What became of a text: a portrait or a mistake, the other null. */
    record Reading(Portrait portrait, Mistake mistake) {}

    /** Where a text goes wrong; row and column count from 1 and are 0 where the whole row or matrix is meant. */
    record Mistake(int row, int column, String came, String allowed) {}

    private final RunService runs;
    private final Turning turning = Turning.compute();

    SpectrumController(RunService runs) {
        this.runs = runs;
    }

    @Asked(value = "/api/spectrum.json", produces = MediaType.APPLICATION_JSON_VALUE)
    SpectrumData spectrum(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        ComplexMatrix matrix = SpectrumExperiment.read(query).orThrow().matrix();
        return runs.compute(Requester.of(request), () -> SpectrumData.of(matrix));
    }

    /** A text being typed is wrong now and then; that is an answer here, not a failure of the request. */
    @Asked(value = "/stream/spectrum", produces = MediaType.APPLICATION_JSON_VALUE)
    Reading portrait(@RequestParam(defaultValue = "") String matrix, HttpServletRequest request)
            throws InterruptedException {
        try {
            ComplexMatrix parsed = MatrixText.parse(matrix);
            return new Reading(runs.compute(Requester.of(request), () -> Portrait.of(parsed)), null);
        } catch (MalformedMatrix mistake) {
            return new Reading(
                    null, new Mistake(mistake.row(), mistake.column(), mistake.came(), mistake.allowed()));
        }
    }

    @GetMapping(path = "/stream/spectrum/presets", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Preset> presets() {
        return MatrixPreset.all().stream()
                .map(preset -> new Preset(preset.name(), preset.matrix().toString(), preset.note()))
                .toList();
    }

    /** A random positive definite matrix with a chosen condition number. */
    @GetMapping(path = "/stream/spectrum/random", produces = MediaType.APPLICATION_JSON_VALUE)
    Preset random(@RequestParam MultiValueMap<String, String> query) {
        RandomMatrixRequest request = RandomMatrixRequest.read(query).orThrow();
        return new Preset("Random positive definite", request.matrix().toString(), "");
    }

    @GetMapping(path = "/stream/spectrum/turning", produces = MediaType.APPLICATION_JSON_VALUE)
    Turning turning() {
        return turning;
    }
}
