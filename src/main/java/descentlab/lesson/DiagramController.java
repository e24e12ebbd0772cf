package descentlab.lesson;

import descentlab.client.Requester;
import descentlab.hand.HandAnswer;
import descentlab.run.RunService;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A diagram for a page that has no server's side: {@code /stream/diagram?of=steps-by-condition&kappa=40}. */
@RestController
class DiagramController {

    private final RunService runs;
    private final DiagramAnswerer answerer;

    DiagramController(RunService runs, DiagramAnswerer answerer) {
        this.runs = runs;
        this.answerer = answerer;
    }

    @GetMapping(path = "/stream/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] diagram(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request)
            throws InterruptedException {
        HandAnswer answer = answerer.answer(query);
        return runs.compute(Requester.of(request), answer::advance);
    }
}
