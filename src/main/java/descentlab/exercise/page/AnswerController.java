package descentlab.exercise.page;

import descentlab.api.Asked;
import descentlab.client.Requester;
import descentlab.exercise.Answer;
import descentlab.exercise.CheckedPart;
import descentlab.exercise.Verdict;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import descentlab.prose.Markdown;
import descentlab.run.RunService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Checks an answer that was given in a frame, where nobody is known and nothing is kept: a form with {@code exercise}, {@code part},
 * {@code seed} and a {@code field} for each of the answer's.
 */
@RestController
class AnswerController {

    /** What is said of a field. */
    record Mark(String result, String note) {}

    /** What is said of an answer; html is ours, made of Markdown. */
    record Said(String result, String html, List<Mark> marks) {

        static Said of(Verdict verdict) {
            return new Said(
                    lower(verdict.result()),
                    Markdown.html(Markdown.parse(verdict.message())),
                    verdict.marks().stream().map(mark -> new Mark(lower(mark.result()), mark.note())).toList());
        }

        private static String lower(Verdict.Result result) {
            return result.name().toLowerCase(Locale.ROOT);
        }
    }

    private final PartEmbeds parts;
    private final RunService runs;

    AnswerController(PartEmbeds parts, RunService runs) {
        this.parts = parts;
        this.runs = runs;
    }

    @Asked(value = "/stream/answer", produces = MediaType.APPLICATION_JSON_VALUE)
    Said check(
            @RequestParam String exercise,
            @RequestParam String part,
            @RequestParam(defaultValue = "0") String seed,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request)
            throws InterruptedException {
        PartEmbeds.Asked asked = parts.asked(exercise, part, seed);
        if (!(asked.part() instanceof CheckedPart checked)) {
            throw new ExperimentException(
                    new Problem("part", part, "a part whose answer can be checked without running anything", false));
        }
        Answer answer = answer(form.getOrDefault("field", List.of("")));
        return runs.compute(Requester.of(request), () -> Said.of(checked.check(answer)));
    }

    private static Answer answer(List<String> fields) {
        try {
            return new Answer(fields);
        } catch (IllegalArgumentException wrong) {
            throw new ExperimentException(
                    new Problem("field", fields.size() + " fields", wrong.getMessage(), false, wrong.getMessage()));
        }
    }
}
