package descentlab.spectrum;

import descentlab.api.Asked;
import descentlab.client.Requester;
import descentlab.experiment.EigenvalueMoveRequest;
import descentlab.experiment.IterationRequest;
import descentlab.experiment.RandomMatrixRequest;
import descentlab.experiment.SpectrumExperiment;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.MatrixPreset;
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

    private final RunService runs;
    private final Turning turning = Turning.compute();
    private final LatePortraits portraits = new LatePortraits();

    SpectrumController(RunService runs) {
        this.runs = runs;
    }

    @Asked(value = "/api/spectrum.json", produces = MediaType.APPLICATION_JSON_VALUE)
    SpectrumData spectrum(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        ComplexMatrix matrix = SpectrumExperiment.read(query).orThrow().matrix();
        return runs.compute(Requester.of(request), () -> SpectrumData.of(matrix));
    }

    /** Power iteration or QR steps. */
    @Asked(value = "/api/iteration.json", produces = MediaType.APPLICATION_JSON_VALUE)
    IterationData iteration(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        IterationRequest iteration = IterationRequest.read(query).orThrow();
        return runs.compute(Requester.of(request), () -> IterationData.of(iteration));
    }

    @Asked(value = "/stream/spectrum", produces = MediaType.APPLICATION_JSON_VALUE)
    MatrixReading portrait(@RequestParam(defaultValue = "") String matrix, HttpServletRequest request)
            throws InterruptedException {
        Requester reader = Requester.of(request);
        return portraits.of(matrix, () -> runs.compute(reader, () -> MatrixReading.of(matrix)));
    }

    /** The portrait of a matrix one of whose eigenvalues goes elsewhere. */
    @Asked(value = "/stream/spectrum/moved", produces = MediaType.APPLICATION_JSON_VALUE)
    MatrixReading moved(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        EigenvalueMoveRequest move = EigenvalueMoveRequest.read(query).orThrow();
        return runs.compute(Requester.of(request), () -> MatrixReading.of(move));
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
