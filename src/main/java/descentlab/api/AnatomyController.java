package descentlab.api;

import descentlab.client.Requester;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.StepRequest;
import descentlab.run.RunService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a step of a race was computed: the link of the race, and which run and step. */
@RestController
class AnatomyController {

    private final RunService runs;

    AnatomyController(RunService runs) {
        this.runs = runs;
    }

    @Asked(value = "/api/anatomy.json", produces = MediaType.APPLICATION_JSON_VALUE)
    AnatomyData anatomy(@RequestParam MultiValueMap<String, String> query, HttpServletRequest http)
            throws InterruptedException {
        Function<BooleanSupplier, Optional<AnatomyData>> anatomy = AnatomyData.of(StepRequest.read(query).orThrow());
        return runs.compute(Requester.of(http), (BooleanSupplier over) -> answerOrRefusal(anatomy, over)).get();
    }

    /** In the pool a refusal would count as a failure: it is thrown by whoever takes the answer. */
    private static Optional<Supplier<AnatomyData>> answerOrRefusal(
            Function<BooleanSupplier, Optional<AnatomyData>> anatomy, BooleanSupplier over) {
        try {
            return anatomy.apply(over).map(answer -> () -> answer);
        } catch (ExperimentException refused) {
            return Optional.of(() -> {
                throw refused;
            });
        }
    }
}
